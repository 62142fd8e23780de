//! Text of every script: broken, placed, in faces that are told.

use layout::text::TextRequest;
use layout::{Align, Block, Fonts, Notice, Shaper, TextStyle, Theme, type_roles};
use std::sync::Arc;

fn card() -> TextStyle {
    type_roles::CARD.style(Theme::Light.palette().ink)
}

/// What must hold of every block, whatever the text is.
fn check(block: &Block, text: &str) {
    let prim = &block.prim;
    assert_eq!(prim.text.len(), text.len(), "offsets in the text hold");
    let mut at = 0;
    for line in &prim.lines {
        let (start, end) = (line.start as usize, line.end as usize);
        assert!(at <= start && start <= end, "lines rise: {at} {start} {end}");
        let between = &prim.text[at..start];
        assert!(between.chars().all(char::is_whitespace), "words were lost: {between:?}");
        at = end;
        let shown: f64 = line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.advance).sum();
        assert!((shown - line.width).abs() < 1e-6, "{shown} {}", line.width);
        let mut covered: Vec<(u32, u32)> = line
            .runs
            .iter()
            .flat_map(|run| &run.glyphs)
            .filter(|glyph| glyph.start < glyph.end)
            .map(|glyph| (glyph.start, glyph.end))
            .collect();
        covered.sort_unstable();
        let mut reached = line.start;
        for (start, end) in covered {
            assert_eq!(start, reached, "glyphs cover the line's text without holes or overlaps");
            reached = end;
        }
        assert_eq!(reached, line.end);
        let mut pen = line.x;
        for run in &line.runs {
            assert!(line.start <= run.start && run.end <= line.end);
            for glyph in &run.glyphs {
                assert!(run.start <= glyph.start && glyph.end <= run.end);
                assert!((glyph.x - pen).abs() < run.size * 2.0, "a glyph strays from the pen");
                pen += glyph.advance;
            }
        }
        assert!((pen - line.x - line.width).abs() < 1e-6);
    }
    let rest = &prim.text[at..];
    assert!(block.truncated || rest.chars().all(char::is_whitespace), "words were lost: {rest:?}");
    let heights: f64 = prim.lines.iter().map(|line| line.height).sum();
    assert!((heights - block.size.h).abs() < 1e-9);
}

fn set(shaper: &Shaper, text: &str, width: f64) -> Arc<Block> {
    let block = shaper.paragraph(text, card(), Some(width), "en");
    check(&block, text);
    block
}

fn lines(block: &Block) -> Vec<&str> {
    block.prim.lines.iter().map(|line| &block.prim.text[line.start as usize..line.end as usize]).collect()
}

fn families(shaper: &Shaper, block: &Block) -> Vec<String> {
    let fonts = shaper.fonts();
    block.faces.iter().map(|&face| fonts[face as usize].family.clone()).collect()
}

#[test]
fn latin_greek_and_cyrillic_are_set_in_inter() {
    let shaper = Shaper::new(Fonts::bundled_only());
    for text in [
        "Waits too long for feedback",
        "Größe, façade, Łódź, tiếng Việt",
        "Καλημέρα κόσμε",
        "Съешь ещё этих мягких булок",
    ] {
        let block = set(&shaper, text, 80.0);
        assert_eq!(families(&shaper, &block), ["Inter"], "{text}");
        assert!(block.missing.is_empty() && block.prim.lines.len() > 1 && !block.prim.rtl, "{text}");
        assert!(block.prim.lines.iter().all(|line| line.fallbacks.is_empty() && line.width <= 80.01));
    }
    assert!(shaper.notices().is_empty());
}

#[test]
fn arabic_and_hebrew_run_from_right_to_left() {
    let shaper = Shaper::new(Fonts::bundled_only());
    for (text, family) in [
        ("ينتظر المشتري رد المبيعات وقتا طويلا جدا", "Noto Sans Arabic"),
        ("הקונה ממתין זמן רב מדי לתשובה מהמכירות", "Noto Sans Hebrew"),
    ] {
        let block = set(&shaper, text, 120.0);
        assert!(block.prim.rtl && block.missing.is_empty() && block.prim.lines.len() > 1);
        assert_eq!(families(&shaper, &block), ["Inter", family], "words and the spaces between them");
        for line in &block.prim.lines {
            assert!((line.x + line.width - 120.0).abs() < 1e-6, "lines lie at the right");
            let first = line.runs.iter().flat_map(|run| &run.glyphs).find(|glyph| glyph.end > glyph.start);
            assert_eq!(first.map(|glyph| glyph.end), Some(line.end), "the leftmost glyph is read last");
            assert!(!line.fallbacks.is_empty());
        }
        assert!(block.prim.lines.iter().all(|line| line.runs.iter().all(|run| run.synthetic_slant == 0.0)));
    }
}

#[test]
fn chinese_japanese_and_korean_use_the_system_and_say_so() {
    let shaper = Shaper::default();
    for text in ["需求调查与供应商选择", "稟議の承認を待っています", "구매 담당자가 견적을 기다립니다"]
    {
        let block = set(&shaper, text, 60.0);
        assert!(block.missing.is_empty(), "{text}: install fonts-noto-cjk");
        assert!(block.prim.lines.len() > 1 && lines(&block).iter().all(|line| !line.is_empty()));
        let notices = shaper.notices_of([&*block]);
        assert!(
            matches!(&notices[..], [Notice::SystemFont { family }] if family.contains("CJK")),
            "{notices:?}"
        );
    }
    let faces = shaper.fonts();
    assert!(faces[..10].iter().all(|face| face.bundled) && faces[10..].iter().all(|face| !face.bundled));
}

#[test]
fn without_a_face_each_character_is_named_once() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let block = set(&shaper, "需求需 🦩 x", 200.0);
    assert_eq!(block.missing, ['求', '需']);
    let named = [Notice::MissingGlyph { character: '求' }, Notice::MissingGlyph { character: '需' }];
    assert_eq!(shaper.notices_of([&*block]), named);
    assert_eq!(shaper.notices(), named);
    set(&shaper, "需", 10.0);
    assert_eq!(shaper.notices(), named);
}

#[test]
fn joined_and_flag_emoji_are_one_glyph() {
    let shaper = Shaper::new(Fonts::bundled_only());
    for text in ["👩‍👩‍👧‍👦", "🇫🇷", "👍🏽", "🏴󠁧󠁢󠁳󠁣󠁴󠁿", "❤️", "1️⃣", "👨🏿‍🚀", "🏳️‍🌈"]
    {
        let block = set(&shaper, text, 200.0);
        assert_eq!(families(&shaper, &block), ["Twemoji"], "{text}");
        let visible: Vec<_> =
            block.prim.lines[0].runs[0].glyphs.iter().filter(|it| it.advance > 0.0).collect();
        assert_eq!(visible.len(), 1, "{text}");
        assert_eq!((visible[0].start, visible[0].end as usize), (0, text.len()), "{text}");
    }
    // A heart without a variation selector is a letter like others.
    assert_eq!(families(&shaper, &set(&shaper, "❤", 50.0)).len(), 1);
    assert_ne!(families(&shaper, &set(&shaper, "❤", 50.0)), ["Twemoji"]);
}

#[test]
fn emoji_never_break_apart() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let text = "👩‍👩‍👧‍👦🇫🇷👍🏽🇩🇪";
    let block = set(&shaper, text, 1.0);
    assert_eq!(lines(&block), ["👩‍👩‍👧‍👦", "🇫🇷", "👍🏽", "🇩🇪"]);
}

#[test]
fn long_words_break_anywhere() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let word = "Donaudampfschifffahrtsgesellschaftskapitän";
    let block = set(&shaper, word, 100.0);
    assert_eq!(lines(&block).concat(), word);
    assert!(block.prim.lines.len() > 2 && block.prim.lines.iter().all(|line| line.width <= 100.01));
    let mixed = set(&shaper, &format!("Ein {word}"), 100.0);
    assert_eq!(lines(&mixed)[0], "Ein", "a long word begins on its own line before it is broken");
}

#[test]
fn lines_break_as_in_a_browser() {
    let shaper = Shaper::new(Fonts::bundled_only());
    // The widths of the mock's cards.
    let at = |text: &str, width: f64| -> Vec<String> {
        let style = type_roles::CARD_FIT.style(Theme::Light.palette().ink);
        let block = shaper.paragraph(text, style, Some(width), "en");
        lines(&block).into_iter().map(str::to_owned).collect()
    };
    assert_eq!(at("Named contact and check-ins", 164.0), ["Named contact and check-", "ins"]);
    assert_eq!(at("Becomes aware of a problem", 164.0), ["Becomes aware of a", "problem"]);
    assert_eq!(
        at("Waits too long for feedback on a demo request", 164.0),
        ["Waits too long for feedback", "on a demo request"]
    );
    assert_eq!(at("1/2 of -5 and x(y) a\u{a0}b", 20.0)[..2], ["1/2", "of"]);
}

#[test]
fn line_breaks_and_spaces_are_kept_and_hang() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let block = set(&shaper, "one  \n\ntwo\r\nthree ", 200.0);
    assert_eq!(lines(&block), ["one", "", "two", "three"]);
    let bare = set(&shaper, "one", 200.0);
    assert_eq!(block.prim.lines[0].width, bare.prim.lines[0].width, "spaces at the end take no room");
    assert_eq!(lines(&set(&shaper, "a\n", 200.0)), ["a", ""], "a break at the end begins a line");
    let empty = set(&shaper, "", 200.0);
    assert_eq!((lines(&empty), empty.size.h), (vec![""], 18.0));
    assert_eq!(set(&shaper, "   ", 200.0).size.h, 18.0);
    let narrow = set(&shaper, "aaa bbb   ccc", 24.0);
    assert_eq!(lines(&narrow), ["aaa", "bbb", "ccc"]);
}

#[test]
fn bidirectional_text_takes_the_direction_of_its_first_letter() {
    let shaper = Shaper::new(Fonts::bundled_only());
    assert!(!set(&shaper, "Sales שלום 123", 300.0).prim.rtl);
    assert!(set(&shaper, "12 שלום Sales (a)", 300.0).prim.rtl);
    assert!(!set(&shaper, "123", 300.0).prim.rtl);
}

#[test]
fn alignment_follows_the_direction() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let at = |text: &str, align: Align, width: f64| {
        let spans = [(0..text.len(), card())];
        let request =
            TextRequest { text, spans: &spans, width: Some(width), align, language: "en", max_lines: None };
        let block = shaper.block(&request);
        check(&block, text);
        (block.prim.lines[0].x, block.prim.lines[0].width)
    };
    let (x, width) = at("Sales", Align::Center, 100.0);
    assert!((x - (100.0 - width) / 2.0).abs() < 1e-9);
    let (x, width) = at("Sales", Align::End, 100.0);
    assert!((x + width - 100.0).abs() < 1e-9);
    assert!(at("שלום", Align::End, 100.0).0.abs() < 1e-9);
    let (x, width) = at("שלום", Align::Start, 100.0);
    assert!((x + width - 100.0).abs() < 1e-9);
}

#[test]
fn a_block_is_cut_after_its_lines() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let text = "one two three four five six seven";
    let cut = |max_lines| {
        let spans = [(0..text.len(), card())];
        shaper.block(&TextRequest {
            text,
            spans: &spans,
            width: Some(40.0),
            align: Align::Start,
            language: "en",
            max_lines,
        })
    };
    let (whole, two) = (cut(None), cut(Some(2)));
    assert!(two.truncated && !whole.truncated && !cut(Some(50)).truncated);
    assert_eq!(two.prim.lines[..], whole.prim.lines[..2]);
    assert_eq!(two.size.h, 36.0);
    check(&two, text);
}

#[test]
fn five_thousand_characters_are_one_card() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let text = "The committee waits for an answer, and nobody knows whose turn it is. ".repeat(72);
    let block = set(&shaper, &text, 204.0);
    assert!(text.len() > 5_000 && block.prim.lines.len() > 100);
}

#[test]
fn styles_share_a_line() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let palette = Theme::Light.palette();
    let text = "Identify problem · 3–6 wk";
    let (job, duration) = (type_roles::FIELD_LABEL.style(palette.info), type_roles::META.style(palette.ink3));
    let spans = [(0..16, job), (16..text.len(), duration)];
    let request = TextRequest {
        text,
        spans: &spans,
        width: None,
        align: Align::Start,
        language: "en",
        max_lines: None,
    };
    let block = shaper.block(&request);
    check(&block, text);
    let line = &block.prim.lines[0];
    let runs: Vec<_> =
        line.runs.iter().map(|run| (&text[run.start as usize..run.end as usize], run.color)).collect();
    assert_eq!(runs, [("Identify problem", palette.info), (" · 3–6 wk", palette.ink3)]);
    assert_eq!((line.height, line.fallbacks.len()), (16.0, 0));
    let alone =
        shaper.line("Identify problem", job, "en").size.w + shaper.line(" · 3–6 wk", duration, "en").size.w;
    assert!((block.size.w - alone).abs() < 1e-3);
}

#[test]
fn a_soft_hyphen_shows_only_where_the_line_breaks() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let whole = set(&shaper, "Gesell\u{ad}schaft", 300.0);
    assert!(!whole.prim.lines[0].hyphen);
    assert!((whole.size.w - set(&shaper, "Gesellschaft", 300.0).size.w).abs() < 0.5);
    let broken = set(&shaper, "Gesell\u{ad}schaft", 60.0);
    assert_eq!(broken.prim.lines.iter().map(|line| line.hyphen).collect::<Vec<_>>(), [true, false]);
    let bare = set(&shaper, "Gesell", 300.0);
    assert!(broken.prim.lines[0].width > bare.size.w + 2.0);
}

#[test]
fn features_follow_the_style() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let glyphs = |text: &str, style: TextStyle| -> Vec<u32> {
        let block = shaper.line(text, style, "en");
        check(&block, text);
        block.prim.lines[0].runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.id).collect()
    };
    let tabular = TextStyle { tabular: true, ..card() };
    let advance = |text: &str| shaper.line(text, tabular, "en").size.w;
    assert!((advance("111") - advance("888")).abs() < 1e-3);
    assert!(shaper.line("111", card(), "en").size.w < shaper.line("888", card(), "en").size.w - 1.0);
    let spaced = TextStyle { letter_spacing: -0.25, ..card() };
    let loose = shaper.line("Title", TextStyle { letter_spacing: 1.0, ..card() }, "en").size.w;
    let tight = shaper.line("Title", TextStyle { letter_spacing: 1e-9, ..card() }, "en").size.w;
    assert!((loose - tight - 5.0).abs() < 1e-3, "after each glyph, the last as well");
    assert_eq!(glyphs("office", spaced).len(), 6, "no ligatures in spaced text");
    assert_eq!(glyphs("->", card()).len(), 2, "contextual alternates are off");
}

#[test]
fn baselines_and_widths_are_those_of_webkit() {
    let shaper = Shaper::new(Fonts::bundled_only());
    // Measured in WebKitGTK 2.50.6 without hinting: the baseline in a line of the role's height, and the width.
    let measured = [
        (type_roles::SCREEN_TITLE, 33.0, 435.0466),
        (type_roles::MAP_TITLE, 24.0, 321.3372),
        (type_roles::STATISTIC, 20.0, 257.0698),
        (type_roles::STAGE_NAME, 15.0, 216.3062),
        (type_roles::CARD, 14.0, 181.7842),
        (type_roles::CARD_FIT, 12.0, 174.7925),
        (type_roles::LANE_NAME, 12.0, 178.4241),
        (type_roles::META, 12.0, 167.8008),
        (type_roles::CHANNEL, 12.0, 162.5049),
        (type_roles::SMALLEST, 11.0, 153.8174),
    ];
    for (role, baseline, width) in measured {
        let style = role.style(Theme::Light.palette().ink);
        let line = &shaper.line("From first search to advocate", style, "en").prim.lines[0];
        assert_eq!(line.baseline, baseline, "{}", role.name);
        assert!((line.width - width).abs() < 0.001, "{}: {} {width}", role.name, line.width);
    }
}

#[test]
fn two_shapers_say_the_same() {
    let texts = ["Plain words", "需求 と 稟議", "שלום 🙂 Привет", "구매 ☎ →", "needs … ‘quotes’"];
    let say = || {
        let shaper = Shaper::default();
        let blocks: Vec<Block> = texts.iter().map(|text| (*set(&shaper, text, 80.0)).clone()).collect();
        let names: Vec<String> = shaper.fonts().iter().map(|face| face.name.clone()).collect();
        (blocks, names, shaper.notices())
    };
    let (first, second) = (say(), say());
    assert_eq!(first.1, second.1);
    assert_eq!(first.2, second.2);
    assert!(first.0 == second.0);
}

#[test]
fn the_faces_of_a_text_do_not_depend_on_what_came_before() {
    let fresh = Shaper::default();
    let used = Shaper::default();
    set(&used, "确认", 80.0);
    set(&used, "승인", 80.0);
    let names = |shaper: &Shaper| {
        let block = set(shaper, "稟議の確認", 80.0);
        families(shaper, &block)
    };
    assert_eq!(names(&fresh), names(&used));
}

#[test]
fn an_equal_request_gives_the_very_block() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let one = shaper.paragraph("Named contact", card(), Some(80.0), "en");
    assert!(Arc::ptr_eq(&one, &shaper.paragraph("Named contact", card(), Some(80.0), "en")));
    assert!(!Arc::ptr_eq(&one, &shaper.paragraph("Named contact", card(), Some(81.0), "en")));
    let dark = type_roles::CARD.style(Theme::Dark.palette().ink);
    assert_ne!(one.prim, shaper.paragraph("Named contact", dark, Some(80.0), "en").prim);
}

proptest::proptest! {
    /// Whatever people paste: nothing is lost, nothing panics, and each glyph knows its characters.
    #[test]
    fn any_text_keeps_its_words(text in "(?s)[a-zä \n\t\u{ad}-]{0,12}\\PC{0,12}(?s:.){0,6}[אبש1 (]{0,6}", width in 1.0f64..200.0) {
        let shaper = Shaper::new(Fonts::bundled_only());
        set(&shaper, &text, width);
    }
}

#[test]
fn a_mark_alone_after_the_end_of_a_line_is_kept_and_told_where_no_face_has_it() {
    let shaper = Shaper::new(Fonts::bundled_only());
    for text in ["\n\u{10a05}", "\n\u{10a05}b", "a\n\u{10a05}", "\u{10a05}"] {
        assert_eq!(set(&shaper, text, 1.0).missing, ['\u{10a05}'], "{text:?}");
    }
    assert!(set(&shaper, "a\n\u{301}b", 1.0).missing.is_empty());
}

#[test]
fn letters_do_not_join_over_the_end_of_a_line() {
    let shaper = Shaper::new(Fonts::bundled_only());
    let text = "سسسسسسسسسس";
    let block = set(&shaper, text, 60.0);
    assert!(block.prim.lines.len() > 1);
    for line in &block.prim.lines {
        let words = &text[line.start as usize..line.end as usize];
        let alone = set(&shaper, words, 500.0);
        let ids = |line: &layout::TextLine| -> Vec<u32> {
            line.runs.iter().flat_map(|run| &run.glyphs).map(|glyph| glyph.id).collect()
        };
        assert_eq!(ids(line), ids(&alone.prim.lines[0]));
        assert!((line.width - alone.size.w).abs() < 1e-6);
    }
}

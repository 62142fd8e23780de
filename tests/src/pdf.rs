//! PDFs as other programs read them: sizes of pages and of glyphs by qpdf, words by poppler.

use std::io::Write;
use std::process::Command;

/// A 2 × 3 matrix, as PDF writes it.
type Matrix = [f64; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// First `one`, then `other`.
fn then(one: Matrix, other: Matrix) -> Matrix {
    let [a, b, c, d, e, f] = one;
    let [g, h, i, j, k, l] = other;
    [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

fn run(program: &str, words: &[&str], bytes: &[u8]) -> Vec<u8> {
    let mut file = tempfile::NamedTempFile::new().expect("a file");
    file.write_all(bytes).expect("the disk takes it");
    let path = file.path().display().to_string();
    let words: Vec<&str> =
        words.iter().map(|word| if *word == "FILE" { path.as_str() } else { *word }).collect();
    let done =
        Command::new(program).args(&words).output().unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(done.status.success(), "{program} {words:?}: {}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

/// The file with its streams unpacked.
fn unpacked(bytes: &[u8]) -> String {
    let plain =
        run("qpdf", &["--qdf", "--object-streams=disable", "--no-original-object-ids", "FILE", "-"], bytes);
    String::from_utf8_lossy(&plain).into_owned()
}

/// Width and height of each page in points.
pub fn page_sizes(bytes: &[u8]) -> Vec<(f64, f64)> {
    let text = unpacked(bytes);
    let boxes = text.split("/MediaBox [").skip(1);
    boxes
        .map(|after| {
            let numbers: Vec<f64> = after
                .split(']')
                .next()
                .unwrap_or_default()
                .split_whitespace()
                .filter_map(|number| number.parse().ok())
                .collect();
            (numbers[2], numbers[3])
        })
        .collect()
}

/// The words of a page, counted from 1.
pub fn words(bytes: &[u8], page: usize) -> String {
    let page = page.to_string();
    String::from_utf8_lossy(&run("pdftotext", &["-f", &page, "-l", &page, "FILE", "-"], bytes)).into_owned()
}

/// The size in points of every run of glyphs that is shown, whatever the matrices above it.
pub fn glyph_sizes(bytes: &[u8]) -> Vec<f64> {
    let text = unpacked(bytes);
    let mut sizes = Vec::new();
    for stream in text.split("\nstream\n").skip(1).filter_map(|after| after.split("\nendstream").next()) {
        if stream.contains(" Tf") {
            read(stream, &mut sizes);
        }
    }
    sizes
}

fn read(stream: &str, sizes: &mut Vec<f64>) {
    let (mut matrix, mut kept) = (SAME, Vec::new());
    let (mut line, mut size) = (SAME, 0.0);
    let mut operands: Vec<&str> = Vec::new();
    let stream = stream.replace('/', " /").replace('[', " [").replace(']', "] ");
    for token in stream.split_whitespace() {
        let numbers = || -> Vec<f64> { operands.iter().filter_map(|operand| operand.parse().ok()).collect() };
        let six = |numbers: Vec<f64>| -> Matrix { numbers.try_into().expect("a matrix has six numbers") };
        match token {
            "q" => kept.push(matrix),
            "Q" => matrix = kept.pop().unwrap_or(SAME),
            "cm" => matrix = then(six(numbers()), matrix),
            "BT" => line = SAME,
            "Tm" => line = six(numbers()),
            "Tf" => size = numbers().last().copied().unwrap_or_default(),
            "Tj" | "TJ" | "'" => {
                let all = then(line, matrix);
                sizes.push(size * f64::hypot(all[2], all[3]));
            }
            operand => {
                let is_operand = operand.starts_with(['/', '<', '[', '(', '-', '.'])
                    || operand.starts_with(|first: char| first.is_ascii_digit())
                    || operand.ends_with([']', '>']);
                if is_operand {
                    operands.push(operand);
                    continue;
                }
            }
        }
        operands.clear();
    }
}

//! English: pain points that many maps have, from the sources that the vocabulary names.

pub(super) static SENTENCES: &[(&str, &str)] = &[
    ("common_pain.1", "Waits too long for feedback on a demo request"),
    ("common_pain.2", "Loses interest once on the website"),
    ("common_pain.3", "Needs more reassurance from sales"),
    ("common_pain.4", "Cannot find information"),
    ("common_pain.5", "Confusing prices"),
    ("common_pain.6", "Long response times"),
    ("common_pain.7", "Complex checkout"),
    ("common_pain.8", "Weak post-purchase support"),
    ("common_pain.9", "Unclear pricing"),
    ("common_pain.10", "Inconsistent information"),
    ("common_pain.11", "Approval bottleneck"),
    ("common_pain.12", "Break between digital and human"),
    ("common_pain.13", "Pushed to buy too early"),
    ("common_pain.14", "Stock answer from support"),
    ("common_pain.15", "Call nobody announced"),
    ("common_pain.16", "Form data lost when changing device"),
    ("common_pain.17", "On hold between departments"),
];

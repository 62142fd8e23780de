//! A sentence before it is said: a key and what to put into it. `words` has the sentences of each language.

use serde::{Deserialize, Serialize};

/// A sentence as key and arguments, so that it can be said in any language, also much later.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Phrase {
    /// Which sentence, like `edit.card.add`.
    pub key: String,
    /// What to put into it, in order.
    pub args: Vec<String>,
}

impl Phrase {
    /// A sentence without arguments.
    pub fn new(key: &str) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same sentence with one more argument.
    #[must_use]
    pub fn with(mut self, arg: impl ToString) -> Self {
        self.args.push(arg.to_string());
        self
    }

    /// The same sentence with another one in it, for a place like `{1:phrase}`.
    #[must_use]
    pub fn with_phrase(self, phrase: &Self) -> Self {
        // Two fields of text: nothing of it can fail to be written.
        self.with(serde_json::to_string(phrase).unwrap_or_default())
    }
}

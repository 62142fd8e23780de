//! What axe-core finds wrong in what the window shows: roles, names, contrast, the order of headings.

use super::Stand;
use serde_json::Value;

/// Of a map with something found or one lane in focus, the rest is dimmed on purpose. A cell is called after where it
/// is and holds cards with names of their own, which a rule about labels of controls takes for a mistake; and a menu
/// belongs to no landmark of the page. The names under a text box are walked by its own arrow keys, which axe-core knows of
/// a combobox only, and that a box of several lines may not be.
const RULES: &str = "
    const apart = ['.scene-world:is(.filtering, .one-lane)', '.missed', '.under.channels'];
    const rules = {
        'label-content-name-mismatch': { enabled: false },
        region: { enabled: document.querySelector('.floating') === null },
    };
    const found = await axe.run(
        { include: ['body'], exclude: apart.filter((one) => document.querySelector(one)) },
        { resultTypes: ['violations'], rules },
    );
    return found.violations.flatMap(({ id, nodes }) =>
        nodes.slice(0, 3).map(({ target, failureSummary }) =>
            `${id}: ${target.join(' ')}: ${failureSummary.split('\\n').slice(1).join(' ').trim()}`));";

impl Stand<'_> {
    /// What axe-core finds wrong in the page as it is, a line each.
    ///
    /// # Panics
    /// Where the page's packages are not installed.
    pub fn violations(&self) -> Vec<String> {
        if self.run("return typeof window.axe", &[]) != "object" {
            let axe = concat!(env!("CARGO_MANIFEST_DIR"), "/../ui/node_modules/axe-core/axe.min.js");
            self.run(&std::fs::read_to_string(axe).expect("axe-core is installed"), &[]);
        }
        let found = self.run(RULES, &[]);
        found.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }
}

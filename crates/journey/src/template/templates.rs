//! The eight templates. Their words come from the sources named in the vocabulary; nothing here is reworded.

use super::{STARTER_LANES, Template, TemplateStage};
use crate::{LaneKind, PathKind};

const fn stage(name: &'static str) -> TemplateStage {
    TemplateStage { name, act: "", job: "", point: "" }
}

const fn act(name: &'static str, act: &'static str, job: &'static str) -> TemplateStage {
    TemplateStage { name, act, job, point: "" }
}

const fn point(name: &'static str, point: &'static str) -> TemplateStage {
    TemplateStage { name, act: "", job: "", point }
}

pub(super) const ALL: &[Template] = &[
    Template {
        name: "Seven phases",
        key: "seven_phases",
        stages: &[
            act("Awareness", "Acquaintance", "Identify problem"),
            act("Research", "Acquaintance", "Explore solutions"),
            act("Consideration", "Reflection", "Build requirements"),
            act("Decision", "Decision", "Select supplier"),
            act("Purchase", "Decision", ""),
            act("Post-purchase", "Loyalty", ""),
            act("Loyalty and advocacy", "Loyalty", ""),
        ],
        lanes: STARTER_LANES,
        paths: &[],
        curve: &[0.0, 0.8, 0.35, -1.2, 0.6, -0.5, 1.3],
    },
    Template {
        name: "B2B ecommerce",
        key: "b2b_ecommerce",
        stages: &[
            stage("Awareness"),
            stage("Consideration"),
            stage("Evaluation"),
            stage("Decision"),
            stage("Purchase"),
            stage("Retention"),
            stage("Advocacy"),
        ],
        lanes: &[
            LaneKind::Goals,
            LaneKind::Actions,
            LaneKind::Touchpoints,
            LaneKind::Emotions,
            LaneKind::Thoughts,
            LaneKind::PainPoints,
            LaneKind::Gaps,
            LaneKind::Opportunities,
            LaneKind::Teams,
            LaneKind::Measures,
        ],
        paths: &[],
        curve: &[0.1, 0.4, 0.2, -0.4, -1.0, 0.5, 1.2],
    },
    Template {
        name: "Choosing a supplier",
        key: "choosing_a_supplier",
        stages: &[
            stage("Discover an organizational need"),
            stage("Research potential suppliers"),
            stage("Shortlist suppliers"),
            stage("Pick a preferred supplier"),
            stage("Sign contracts"),
            stage("Start work"),
        ],
        lanes: &[
            LaneKind::Actions,
            LaneKind::Touchpoints,
            LaneKind::Content,
            LaneKind::Emotions,
            LaneKind::Thoughts,
            LaneKind::PainPoints,
            LaneKind::Gaps,
            LaneKind::Opportunities,
            LaneKind::Teams,
        ],
        paths: &[],
        curve: &[-0.1, 0.4, 0.7, 0.3, -0.8, 0.9],
    },
    Template {
        name: "Buyer jobs",
        key: "buyer_jobs",
        stages: &[
            act("Identify a problem", "", "Identify problem"),
            act("Explore solutions", "", "Explore solutions"),
            act("Build requirements", "", "Build requirements"),
            act("Select a supplier", "", "Select supplier"),
        ],
        lanes: &[
            LaneKind::Goals,
            LaneKind::Actions,
            LaneKind::Touchpoints,
            LaneKind::Emotions,
            LaneKind::Thoughts,
            LaneKind::Deciders,
            LaneKind::PainPoints,
            LaneKind::Gaps,
            LaneKind::Opportunities,
            LaneKind::Teams,
        ],
        paths: &[(PathKind::Revisit, 4, 2), (PathKind::Revisit, 3, 1)],
        curve: &[-0.1, 0.7, -0.5, 0.8],
    },
    Template {
        name: "Interaction model",
        key: "interaction_model",
        stages: &[
            point("Initiative", "Thought"),
            point("Research", "Content"),
            point("Assessment", "Engage"),
            point("Buying decision", "Value"),
            point("Implementation", "Expertise"),
            point("Support", "Access"),
            point("Renewal", "Loyalty"),
        ],
        lanes: &[
            LaneKind::InteractionModel,
            LaneKind::Actions,
            LaneKind::Emotions,
            LaneKind::PainPoints,
            LaneKind::Opportunities,
        ],
        paths: &[(PathKind::Feedback, 7, 1)],
        curve: &[0.1, 0.4, 0.0, 0.5, -0.6, -0.1, 0.9],
    },
    Template {
        name: "Four acts",
        key: "four_acts",
        stages: &[stage("Acquaintance"), stage("Reflection"), stage("Decision"), stage("Loyalty")],
        lanes: &[LaneKind::Actions, LaneKind::Emotions, LaneKind::PainPoints, LaneKind::Opportunities],
        paths: &[],
        curve: &[0.0, 0.4, -0.6, 0.8],
    },
    Template {
        name: "From first contact to contract",
        key: "first_contact",
        stages: &[
            stage("Reads an article or hears a talk"),
            stage("Views the website"),
            stage("Reaches out on LinkedIn"),
            stage("Exchanges emails"),
            stage("Speaks on a call"),
            stage("Reads the proposal"),
            stage("Signs the contract"),
        ],
        lanes: &[LaneKind::Touchpoints, LaneKind::Emotions, LaneKind::Gaps, LaneKind::Opportunities],
        paths: &[],
        curve: &[0.3, 0.5, -0.2, 0.1, 0.8, -0.6, 1.1],
    },
    Template {
        name: "Self-service check",
        key: "self_service",
        stages: &[
            stage("Manage the account"),
            stage("Reorder"),
            stage("Find invoices"),
            stage("See the order"),
            stage("Get expert help"),
        ],
        lanes: &[LaneKind::Maturity, LaneKind::Backstage, LaneKind::PainPoints, LaneKind::Opportunities],
        paths: &[],
        curve: &[0.3, 0.7, -0.4, 0.2, -0.7],
    },
];

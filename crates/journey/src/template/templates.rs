//! The eight templates. Their words are in `words`; in English they are those of the sources, and nothing is reworded.

use super::{STARTER_LANES, Template, TemplateStage};
use crate::{LaneKind, PathKind};

const STAGE: TemplateStage = TemplateStage { act: "", job: "", point: "" };

const fn act(act: &'static str, job: &'static str) -> TemplateStage {
    TemplateStage { act, job, point: "" }
}

const fn point(point: &'static str) -> TemplateStage {
    TemplateStage { point, ..STAGE }
}

pub(super) const ALL: &[Template] = &[
    Template {
        key: "seven_phases",
        stages: &[
            act("acquaintance", "identify"),
            act("acquaintance", "explore"),
            act("reflection", "build"),
            act("decision", "select"),
            act("decision", ""),
            act("loyalty", ""),
            act("loyalty", ""),
        ],
        lanes: STARTER_LANES,
        paths: &[],
        curve: &[0.0, 0.8, 0.35, -1.2, 0.6, -0.5, 1.3],
    },
    Template {
        key: "b2b_ecommerce",
        stages: &[STAGE; 7],
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
        key: "choosing_a_supplier",
        stages: &[STAGE; 6],
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
        key: "buyer_jobs",
        stages: &[act("", "identify"), act("", "explore"), act("", "build"), act("", "select")],
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
        key: "interaction_model",
        stages: &[
            point("thought"),
            point("content"),
            point("engage"),
            point("value"),
            point("expertise"),
            point("access"),
            point("loyalty"),
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
        key: "four_acts",
        stages: &[STAGE; 4],
        lanes: &[LaneKind::Actions, LaneKind::Emotions, LaneKind::PainPoints, LaneKind::Opportunities],
        paths: &[],
        curve: &[0.0, 0.4, -0.6, 0.8],
    },
    Template {
        key: "first_contact",
        stages: &[STAGE; 7],
        lanes: &[LaneKind::Touchpoints, LaneKind::Emotions, LaneKind::Gaps, LaneKind::Opportunities],
        paths: &[],
        curve: &[0.3, 0.5, -0.2, 0.1, 0.8, -0.6, 1.1],
    },
    Template {
        key: "self_service",
        stages: &[STAGE; 5],
        lanes: &[LaneKind::Maturity, LaneKind::Backstage, LaneKind::PainPoints, LaneKind::Opportunities],
        paths: &[],
        curve: &[0.3, 0.7, -0.4, 0.2, -0.7],
    },
];

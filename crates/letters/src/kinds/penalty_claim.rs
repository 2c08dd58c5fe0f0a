//! To be written.

use dument_law::problem::Problem;

use super::{Draft, Form};
use crate::input::Input;
use crate::refusal;
use crate::wording::Text;

pub(crate) fn check(_: &Input, problems: &mut Vec<Problem>) {
    problems.push(refusal::problem(dument_law::Code::UnknownValue, "kind", "Cette lettre n’est pas encore écrite."));
}

pub(crate) fn write(_: &Draft<'_>) -> Form {
    Form::from(Text::default())
}

//! The reminder plan: who is reminded alike, and what is done how many days after the due date; and what one aims at.

use dument_desk::{Change, Changed};
use dument_ledger::figures::Targets;
use dument_ledger::reminders::ReminderPlan;
use dument_ledger::{Edit, Settings};
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

use super::Stands;
use super::place::View;
use super::plan_draft::{Draft, DraftSegment, DraftStep, Fault, RISKS, What};
use crate::components::field::{SelectField, Sent, TextField};
use crate::components::icon::Icon;
use crate::ledger::desk::use_desk;
use crate::words::DEBTORS;

/// The plan as it is typed, and what is wrong with it.
#[derive(Clone, Copy)]
struct Form {
    draft: RwSignal<Draft>,
    faults: Memo<Vec<Fault>>,
}

impl Form {
    fn fault(self, field: String) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.faults.with(|faults| faults.iter().find(|fault| fault.field == field).map(|fault| fault.message.clone()))
        })
    }
}

/// The plan, to be read and changed.
#[component]
pub fn Plan() -> impl IntoView {
    let Stands(stands) = expect_context();
    let settings = Memo::new(move |_| match stands.get() {
        Some(Ok(overview)) => overview.settings,
        _ => Settings::default(),
    });
    view! {
        <section class="section ledger-view" aria-labelledby="plan-title">
            <h2 id="plan-title">{View::Plan.name()}</h2>
            <p class="prose">"Chaque client suit le premier groupe dont il remplit les conditions. Les relances s’arrêtent d’elles-mêmes dès qu’il paie, promet, conteste ou entre en procédure collective."</p>
            {move || view! { <Editor plan=settings.get().reminders/> }}
        </section>
        <section class="section ledger-view" aria-labelledby="targets-title">
            <h2 id="targets-title">"Vos objectifs"</h2>
            {move || view! { <Aims targets=settings.get().targets/> }}
        </section>
    }
}

#[component]
fn Editor(plan: ReminderPlan) -> impl IntoView {
    let desk = use_desk();
    let before = plan.clone();
    let draft = RwSignal::new(Draft::of(&plan));
    let faults = Memo::new(move |_| draft.with(|draft| draft.read().err().unwrap_or_default()));
    let form = Form { draft, faults };
    // Every fault keeps the plan from being kept: each is shown at once.
    provide_context(Sent(RwSignal::new(true)));
    let changed = Memo::new(move |_| draft.with(|draft| *draft != Draft::of(&before)));
    let refused = RwSignal::new(None::<String>);
    let save = move |change: Change| {
        spawn_local(async move {
            let saved = desk.change::<Changed>(&change).await;
            refused.set(saved.err().map(|why| why.to_string()));
        });
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !changed.get_untracked() {
            return;
        }
        if let Ok(plan) = draft.with_untracked(Draft::read) {
            let edits = vec![Edit::SetReminders { plan: Box::new(plan) }];
            save(Change::Edits { name: "plan de relance modifié".to_owned(), edits });
        }
    };
    let count = Memo::new(move |_| draft.with(|draft| draft.segments.len()));
    view! {
        <form class="form plan" novalidate=true on:submit=submit>
            {move || (0..count.get()).map(|i| view! { <SegmentForm form i last={move || i.saturating_add(1) == count.get()}/> }).collect_view()}
            {move || (!faults.with(Vec::is_empty)).then(|| view! { <p class="error" role="alert">"Revoyez ce qui est signalé\u{a0}: le plan est enregistré une fois qu’il se suit."</p> })}
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
            <p class="actions">
                <button type="submit" class="button small" aria-disabled=move || (!changed.get()).then_some("true")>"Enregistrer le plan"</button>
                <button type="button" class="button plain small" on:click=move |_| draft.update(Draft::add_segment)><Icon name="plus"/>"Ajouter un groupe"</button>
                <button type="button" class="button quiet small" on:click=move |_| save(Change::UsualPlan)>"Reprendre le plan d’origine"</button>
            </p>
        </form>
    }
}

/// A group of clients, and what is done about them.
#[component]
fn SegmentForm(form: Form, i: usize, last: impl Fn() -> bool + Copy + Send + Sync + 'static) -> impl IntoView {
    let Form { draft, .. } = form;
    let text = move |read: fn(&DraftSegment) -> &String| {
        Signal::derive(move || draft.with(|draft| draft.segments.get(i).map(read).cloned().unwrap_or_default()))
    };
    let set = move |write: fn(&mut DraftSegment, String)| {
        Callback::new(move |typed: String| {
            draft.update(|draft| {
                if let Some(segment) = draft.segments.get_mut(i) {
                    write(segment, typed);
                }
            });
        })
    };
    let told = Memo::new(move |_| draft.with(|draft| draft.segments.get(i).map(DraftSegment::who).unwrap_or_default()));
    let why =
        Memo::new(move |_| draft.with(|draft| draft.segments.get(i).map(|segment| segment.why.clone()).unwrap_or_default()));
    let steps = Memo::new(move |_| draft.with(|draft| draft.segments.get(i).map_or(0, |segment| segment.steps.len())));
    let name = text(|segment| &segment.name);
    view! {
        <fieldset class="group plan-segment">
            <legend>{name}</legend>
            {move || (!why.get().is_empty()).then(|| view! { <p class="hint">{why.get()}</p> })}
            <p><strong>"Pour\u{a0}: "</strong>{told}</p>
            <details class="more">
                <summary>"Changer ce groupe"</summary>
                <div class="ledger-filter">
                    <TextField id=format!("segment-{i}-name") label="Nom du groupe" value=name on_input=set(|segment, typed| segment.name = typed) fault=form.fault(format!("segments[{i}].name"))/>
                    <TextField id=format!("segment-{i}-from") label="À partir d’un retard de" value=text(|segment| &segment.from_amount) on_input=set(|segment, typed| segment.from_amount = typed) fault=form.fault(format!("segments[{i}].from")) inputmode="decimal" unit=Some("€") optional=true/>
                    <TextField id=format!("segment-{i}-below") label="Sous un retard de" value=text(|segment| &segment.below_amount) on_input=set(|segment, typed| segment.below_amount = typed) fault=form.fault(format!("segments[{i}].below")) inputmode="decimal" unit=Some("€") optional=true/>
                    <TextField id=format!("segment-{i}-days") label="Dès que le plus ancien retard atteint" value=text(|segment| &segment.from_days) on_input=set(|segment, typed| segment.from_days = typed) fault=form.fault(format!("segments[{i}].days")) inputmode="numeric" unit=Some("jours") optional=true/>
                </div>
                <fieldset class="group-choices">
                    <legend>"Seulement si le client est"</legend>
                    {DEBTORS.map(|(kind, words)| view! { <Condition form i choice=kind words list=|segment| &mut segment.kinds/> }).into_iter().collect_view()}
                </fieldset>
                <fieldset class="group-choices">
                    <legend>"Seulement si son risque est"</legend>
                    {RISKS.map(|(risk, words)| view! { <Condition form i choice=risk words list=|segment| &mut segment.risks/> }).into_iter().collect_view()}
                </fieldset>
                <p class="hint">"Sans rien coché, tous sont concernés."</p>
                {move || (!last()).then(|| view! {
                    <p class="actions">
                        <button type="button" class="button quiet small" aria-label=format!("Retirer le groupe {}", name.get_untracked()) on:click=move |_| draft.update(|draft| draft.remove_segment(i))>
                            <Icon name="trash"/>
                            "Retirer ce groupe"
                        </button>
                    </p>
                })}
            </details>
            <ol class="plan-steps">{move || (0..steps.get()).map(|j| view! { <StepForm form i j/> }).collect_view()}</ol>
            <p class="actions">
                <button type="button" class="button quiet small" aria-label=move || format!("Ajouter une étape à {}", name.get()) on:click=move |_| draft.update(|draft| draft.add_step(i))>
                    <Icon name="plus"/>
                    "Ajouter une étape"
                </button>
            </p>
        </fieldset>
    }
}

/// One of the choices that a condition leaves.
#[component]
fn Condition<T>(
    form: Form,
    i: usize,
    /// What is chosen or not.
    choice: T,
    words: &'static str,
    /// Where the choices of a group stand.
    list: fn(&mut DraftSegment) -> &mut Vec<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let Form { draft, .. } = form;
    let checked =
        move || draft.with(|draft| draft.segments.get(i).cloned()).is_some_and(|mut one| list(&mut one).contains(&choice));
    let change = move |event: web_sys::Event| {
        let checked = event_target_checked(&event);
        draft.update(|draft| {
            if let Some(segment) = draft.segments.get_mut(i) {
                list(segment).retain(|one| *one != choice);
                if checked {
                    list(segment).push(choice);
                }
            }
        });
    };
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=checked on:change=change/>
            <span>{words}</span>
        </label>
    }
}

/// A step of the plan.
#[component]
fn StepForm(form: Form, i: usize, j: usize) -> impl IntoView {
    let Form { draft, .. } = form;
    let step = move |draft: &Draft| draft.segments.get(i).and_then(|segment| segment.steps.get(j)).cloned();
    let days = Signal::derive(move || draft.with(step).map(|step| step.days).unwrap_or_default());
    let what = Signal::derive(move || draft.with(step).map(|step| step.what));
    let change = move |change: &dyn Fn(&mut DraftStep)| {
        draft.update(|draft| {
            if let Some(step) = draft.segments.get_mut(i).and_then(|segment| segment.steps.get_mut(j)) {
                change(step);
            }
        });
    };
    let fault = form.fault(format!("segments[{i}].steps[{j}]"));
    view! {
        <li class="plan-step">
            <TextField
                id=format!("step-{i}-{j}-days")
                label="Jours après l’échéance"
                value=days
                on_input=move |typed: String| change(&|step| step.days.clone_from(&typed))
                fault=form.fault(format!("segments[{i}].steps[{j}].days"))
                width="short"
                inputmode="numeric"
            />
            <SelectField
                id=format!("step-{i}-{j}-what")
                label="Étape"
                options=What::all()
                value=what
                on_choose=Callback::new(move |chosen: Option<What>| change(&|step| step.what = chosen.unwrap_or(What::Call)))
            />
            <button type="button" class="icon-button danger" aria-label=format!("Retirer l’étape {}", j + 1) title="Retirer cette étape" on:click=move |_| draft.update(|draft| draft.remove_step(i, j))>
                <Icon name="trash"/>
            </button>
            {move || fault.get().map(|fault| view! { <p class="error" role="alert">{fault}</p> })}
        </li>
    }
}

/// What one aims at.
#[component]
fn Aims(targets: Targets) -> impl IntoView {
    let desk = use_desk();
    let number = |number: u32| RwSignal::new(number.to_string());
    let (recovery, days, court) = (number(targets.recovery_percent), number(targets.days_late), number(targets.court_percent));
    let refused = RwSignal::new(None::<String>);
    let fault = |typed: RwSignal<String>, most: u32| {
        Signal::derive(move || {
            let right = typed.with(|typed| typed.trim().parse::<u32>().is_ok_and(|number| number <= most));
            (!right).then(|| format!("Un nombre entier, {most} au plus."))
        })
    };
    let faults = [fault(recovery, 100), fault(days, 365), fault(court, 100)];
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let read = |typed: RwSignal<String>| typed.with_untracked(|typed| typed.trim().parse::<u32>().ok());
        let (Some(recovery_percent), Some(days_late), Some(court_percent)) = (read(recovery), read(days), read(court)) else {
            return;
        };
        if faults.iter().any(|fault| fault.get_untracked().is_some()) {
            return;
        }
        let edits = vec![Edit::SetTargets { targets: Targets { recovery_percent, days_late, court_percent } }];
        spawn_local(async move {
            let saved = desk.change::<Changed>(&Change::Edits { name: "objectifs modifiés".to_owned(), edits }).await;
            refused.set(saved.err().map(|why| why.to_string()));
        });
    };
    view! {
        <form class="form" novalidate=true on:submit=submit>
            <div class="ledger-filter">
                <TextField id="target-recovery" label="Recouvrer plus de" value=recovery on_input=move |typed| recovery.set(typed) fault=faults[0] inputmode="numeric" unit=Some("% de ce qui est échu")/>
                <TextField id="target-days" label="Être payé en moins de" value=days on_input=move |typed| days.set(typed) fault=faults[1] inputmode="numeric" unit=Some("jours après l’échéance")/>
                <TextField id="target-court" label="Passer en procédure moins de" value=court on_input=move |typed| court.set(typed) fault=faults[2] inputmode="numeric" unit=Some("% du retard")/>
            </div>
            <p class="actions"><button type="submit" class="button plain small">"Enregistrer les objectifs"</button></p>
            {move || refused.get().map(|why| view! { <p class="error" role="alert">{why}</p> })}
        </form>
    }
}

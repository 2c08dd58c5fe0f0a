//! Fields of a form: what is typed goes to the case as it is; what is wrong with it stands beside it.

use leptos::prelude::*;

/// Where fields stand, when the same ones stand on the page below: it keeps their `id`s apart.
#[derive(Clone, Copy)]
pub struct FieldScope(pub &'static str);

/// Whether the form around was sent: what is wrong with a field is then shown though the visitor never was in it.
#[derive(Clone, Copy)]
pub struct Sent(pub RwSignal<bool>);

/// Whether a field's fault is shown: the visitor has been in it, or has sent the form.
fn is_shown(touched: RwSignal<bool>) -> impl Fn() -> bool + Copy {
    let sent = use_context::<Sent>();
    move || touched.get() || sent.is_some_and(|Sent(sent)| sent.get())
}

/// Notes that the visitor leaves a field. Where the form around tells all that is missing once it is sent, an empty field says nothing
/// before: it would move the very button that is being pressed.
fn leave(touched: RwSignal<bool>, value: Signal<String>) -> impl Fn() + Copy {
    let is_sent = use_context::<Sent>().is_some();
    move || {
        if !is_sent || value.with_untracked(|typed| !typed.is_empty()) {
            touched.set(true);
        }
    }
}

/// The `id` of a field in its scope.
fn scoped(id: &str) -> String {
    use_context::<FieldScope>().map_or_else(|| id.to_owned(), |scope| format!("{}{id}", scope.0))
}

/// A labelled text field.
///
/// Its fault is shown once the visitor has left it or has sent the form, or where it was typed on an earlier visit; it goes as
/// soon as the text is right.
#[component]
pub fn TextField(
    /// The `id` of the field: the one that faults name.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// How to answer.
    #[prop(optional, into)]
    hint: String,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    fault: Signal<Option<String>>,
    /// What was checked and found right.
    #[prop(optional, into)]
    right: Signal<Option<String>>,
    /// Whether it may be left out: said beside the label.
    #[prop(optional)]
    optional: bool,
    /// Width: `short`, `date`, `medium`, or none for the full width.
    #[prop(optional)]
    width: &'static str,
    /// The keyboard of a phone: `decimal`, `numeric`, `email`, `tel`.
    #[prop(optional)]
    inputmode: &'static str,
    /// What the browser may fill in by itself.
    #[prop(default = "off")]
    autocomplete: &'static str,
    /// An example of the form.
    #[prop(optional)]
    placeholder: &'static str,
    /// The unit, after the field.
    #[prop(optional, into)]
    unit: Signal<Option<&'static str>>,
) -> impl IntoView {
    let id = scoped(&id);
    let touched = RwSignal::new(value.with_untracked(|typed| !typed.is_empty()));
    let is_shown = is_shown(touched);
    let leave = leave(touched, value);
    let shown = Signal::derive(move || if is_shown() { fault.get() } else { None });
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described_by = if hint.is_empty() { error_id.clone() } else { format!("{hint_id} {error_id}") };
    view! {
        <div class="field">
            <label for=id.clone()>{label} {optional.then(|| view! { " " <span class="optional">"facultatif"</span> })}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <span class="affix">
                <input
                    id=id
                    class=format!("input {width}")
                    inputmode=inputmode
                    autocomplete=autocomplete
                    placeholder=placeholder
                    aria-describedby=described_by
                    aria-invalid=move || shown.with(Option::is_some).then_some("true")
                    prop:value=value
                    on:input=move |event| on_input.run(event_target_value(&event))
                    on:blur=move |_| leave()
                />
                {move || unit.get().map(|unit| view! { <span aria-hidden="true">{unit}</span> })}
            </span>
            <p class="error" id=error_id aria-live="polite">{shown}</p>
            {move || right.get().filter(|_| shown.with(Option::is_none)).map(|right| view! { <p class="ok">{right}</p> })}
        </div>
    }
}

/// A labelled field for several lines.
#[component]
pub fn TextArea(
    /// The `id` of the field: the one that faults name.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// How to answer.
    #[prop(optional, into)]
    hint: String,
    /// What is typed.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed.
    #[prop(into)]
    on_input: Callback<String>,
    /// What is wrong with it.
    #[prop(optional, into)]
    fault: Signal<Option<String>>,
    /// Whether it may be left out: said beside the label.
    #[prop(optional)]
    optional: bool,
) -> impl IntoView {
    let id = scoped(&id);
    let touched = RwSignal::new(value.with_untracked(|typed| !typed.is_empty()));
    let is_shown = is_shown(touched);
    let leave = leave(touched, value);
    let shown = Signal::derive(move || if is_shown() { fault.get() } else { None });
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let described_by = if hint.is_empty() { error_id.clone() } else { format!("{hint_id} {error_id}") };
    view! {
        <div class="field">
            <label for=id.clone()>{label} {optional.then(|| view! { " " <span class="optional">"facultatif"</span> })}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <textarea
                id=id
                class="input"
                rows="3"
                aria-describedby=described_by
                aria-invalid=move || shown.with(Option::is_some).then_some("true")
                prop:value=value
                on:input=move |event| on_input.run(event_target_value(&event))
                on:blur=move |_| leave()
            ></textarea>
            <p class="error" id=error_id aria-live="polite">{shown}</p>
        </div>
    }
}

/// A labelled choice in a list.
#[component]
pub fn SelectField<T>(
    /// The `id` of the field.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: String,
    /// How to answer.
    #[prop(optional, into)]
    hint: String,
    /// What can be chosen, in order, in words.
    options: Vec<(T, String)>,
    /// What is chosen; none shows the invitation.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Takes the choice; none where the invitation is chosen again.
    #[prop(into)]
    on_choose: Callback<Option<T>>,
    /// The words while nothing is chosen; empty where something always is.
    #[prop(optional, into)]
    invitation: String,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let id = scoped(&id);
    let described_by = (!hint.is_empty()).then(|| format!("{id}-hint"));
    let select = select(id.clone(), "select", None, described_by, options, value, on_choose, invitation);
    labelled(id, label, hint, select)
}

/// A control under its label and its hint: the same for a choice of anything.
fn labelled(id: String, label: String, hint: String, control: AnyView) -> AnyView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="field">
            <label for=id>{label}</label>
            {(!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> })}
            {control}
        </div>
    }
    .into_any()
}

/// A choice in a list, without its label.
#[component]
pub fn Select<T>(
    /// The `id` of the field.
    #[prop(into)]
    id: String,
    /// Style.
    class: &'static str,
    /// Its accessible name, where no label stands beside it.
    #[prop(optional)]
    label: Option<&'static str>,
    /// The `id` of what describes it.
    #[prop(optional_no_strip)]
    described_by: Option<String>,
    /// What can be chosen, in order, in words.
    options: Vec<(T, String)>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Takes the choice.
    #[prop(into)]
    on_choose: Callback<Option<T>>,
    /// The words while nothing is chosen; empty where something always is.
    #[prop(optional, into)]
    invitation: String,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    select(id, class, label, described_by, options, value, on_choose, invitation)
}

/// A list of anything: the position stands for the choice, whose value would need a text form of every type.
#[allow(clippy::too_many_arguments, reason = "the properties of two components")]
fn select<T>(
    id: String,
    class: &'static str,
    label: Option<&'static str>,
    described_by: Option<String>,
    options: Vec<(T, String)>,
    value: Signal<Option<T>>,
    on_choose: Callback<Option<T>>,
    invitation: String,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let (values, words): (Vec<T>, Vec<String>) = options.into_iter().unzip();
    let values = StoredValue::new(values);
    let rank = Signal::derive(move || {
        let chosen = value.get()?;
        values.with_value(|values| values.iter().position(|one| *one == chosen))
    });
    let choose = Callback::new(move |rank: Option<usize>| {
        on_choose.run(rank.and_then(|rank| values.with_value(|values| values.get(rank).copied())));
    });
    select_rank(id, class, label, described_by, words, rank, choose, invitation)
}

/// A list of words, compiled once for all that is chosen by it.
#[allow(clippy::too_many_arguments, reason = "the properties of two components")]
fn select_rank(
    id: String,
    class: &'static str,
    label: Option<&'static str>,
    described_by: Option<String>,
    words: Vec<String>,
    rank: Signal<Option<usize>>,
    choose: Callback<Option<usize>>,
    invitation: String,
) -> AnyView {
    let options = words
        .into_iter()
        .enumerate()
        .map(|(i, words)| view! { <option value=i.to_string() prop:selected=move || rank.get() == Some(i)>{words}</option> })
        .collect_view();
    view! {
        <select
            id=id
            class=class
            aria-label=label
            aria-describedby=described_by
            on:change=move |event| choose.run(event_target_value(&event).parse().ok())
        >
            {(!invitation.is_empty()).then(|| view! { <option value="" selected=move || rank.get().is_none()>{invitation}</option> })}
            {options}
        </select>
    }
    .into_any()
}

/// A choice between few, all in sight.
#[component]
pub fn Choices<T>(
    /// The name of the group.
    name: &'static str,
    /// What is asked.
    #[prop(into)]
    legend: ViewFn,
    /// What can be chosen: value, words, and more words.
    options: Vec<(T, String, String)>,
    /// What is chosen.
    #[prop(into)]
    value: Signal<Option<T>>,
    /// Takes the choice.
    #[prop(into)]
    on_choose: Callback<T>,
) -> impl IntoView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    view! {
        <fieldset class="choices">
            <legend>{legend.run()}</legend>
            {options
                .into_iter()
                .map(|(choice, words, more)| {
                    view! {
                        <label class="choice">
                            <input
                                type="radio"
                                name=name
                                prop:checked=move || value.get() == Some(choice)
                                on:change=move |_| on_choose.run(choice)
                            />
                            <span>
                                <strong>{words}</strong>
                                {(!more.is_empty()).then(|| view! { <small class="hint">{more}</small> })}
                            </span>
                        </label>
                    }
                })
                .collect_view()}
        </fieldset>
    }
}

//! What is left once the period is over: not nothing.

use dument_law::limitation::ClaimKind;
use leptos::prelude::*;

use crate::components::icon::Icon;
use crate::components::why::{Cited, Why};

/// What an expired period means, and what may still be done.
#[component]
pub fn TimeBarred(
    /// What is claimed, and of whom.
    claim: Option<ClaimKind>,
) -> impl IntoView {
    let renounced = match claim {
        Some(ClaimKind::Public) => {
            "Une administration ne peut pas renoncer à la prescription, mais elle peut en relever un créancier, sur demande motivée."
        }
        _ => {
            "Il peut aussi y renoncer\u{a0}: une reconnaissance de dette écrite après cette date, sans équivoque, ouvre un nouveau délai. \
             Une date de livraison inexacte ou une procédure oubliée peuvent changer ce calcul\u{a0}: faites-le vérifier avant d’abandonner."
        }
    };
    view! {
        <div class="note lost">
            <Icon name="close"/>
            <div>
                <p><strong>"La dette existe encore, mais vous ne pouvez plus compter sur le juge."</strong></p>
                <p>
                    "Votre client peut payer de lui-même, et ce qu’il paie vous reste acquis. S’il invoque la prescription, votre demande \
                     sera rejetée\u{202f}; s’il ne l’invoque pas, elle peut aboutir, sauf face à un particulier, où le juge peut la relever seul."
                </p>
                <p>{renounced}</p>
            </div>
        </div>
        <Why of="que reste-t-il">
            <p>
                "Le juge n’applique pas la prescription de lui-même (Code civil, article 2247), sauf dans le droit de la consommation \
                 (Code de la consommation, article R632-1). Un paiement fait après la fin du délai ne peut pas être repris pour cette raison \
                 (Code civil, article 2249)."
            </p>
            <Cited ids=vec!["cciv-2251".to_owned(), "loi-68-1250-1".to_owned()]/>
        </Why>
    }
}

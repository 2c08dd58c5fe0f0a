//! How truths, numbers, texts and lists are read.

use super::{Given, Read, Reading};
use crate::Code;

impl Read for bool {
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self> {
        let Given::Truth(truth) = given else {
            reading.wrong_type("vrai ou faux (true, false)");
            return None;
        };
        Some(*truth)
    }

    fn stand_in() -> Option<Self> {
        Some(false)
    }
}

impl Read for String {
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self> {
        reading.text(given, "").map(str::to_owned)
    }

    fn stand_in() -> Option<Self> {
        Some(Self::new())
    }
}

impl Read for u32 {
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self> {
        let Given::Whole(number) = given else {
            reading.wrong_type("un nombre entier");
            return None;
        };
        let read = Self::try_from(*number).ok();
        if read.is_none() {
            let bound = if *number < 0 { "positif ou nul" } else { "plus petit" };
            reading.problem(Code::OutOfRange, format!("Il faut ici un nombre {bound}."));
        }
        read
    }

    fn stand_in() -> Option<Self> {
        Some(1)
    }
}

impl Read for u8 {
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self> {
        let read = Self::try_from(u32::read(given, reading)?).ok();
        if read.is_none() {
            reading.problem(Code::OutOfRange, "Il faut ici un nombre plus petit.");
        }
        read
    }

    fn stand_in() -> Option<Self> {
        Some(1)
    }
}

impl<T: Read> Read for Option<T> {
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self> {
        let read = T::read(given, reading);
        if read.is_none() {
            reading.stood_in.push(reading.path.clone());
        }
        Some(read)
    }

    fn left_out() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(given: &Given<'_>, reading: &mut Reading) -> Option<Self> {
        let Given::List(items) = given else {
            reading.wrong_type("une liste");
            return None;
        };
        let mut list = Self::with_capacity(items.len());
        let outer = reading.path.len();
        for (index, item) in items.iter().enumerate() {
            reading.enter_item(index);
            list.extend(T::read(item, reading));
            reading.path.truncate(outer);
        }
        (list.len() == items.len()).then_some(list)
    }
}

//! The font of icons holds those in use, and no others.

use super::sources::sources;
use ab_glyph::{Font as _, FontRef};
use std::collections::BTreeSet;

/// The names of icons, each with its code point.
macro_rules! icons {
    ($($name:ident)*) => { [$( (stringify!($name), egui_material_icons::icons::$name.codepoint), )*] };
}

/// Every icon in use.
const ICONS: [(&str, &str); 48] = icons! {
    ICON_ADD ICON_ARROW_BACK ICON_ARROW_DOWNWARD ICON_ARROW_FORWARD ICON_ARROW_UPWARD ICON_BEDTIME ICON_BLOCK
    ICON_BOLT ICON_BOOKMARK ICON_CALENDAR_MONTH ICON_CALL ICON_CHECK ICON_CHECK_BOX ICON_CHECK_BOX_OUTLINE_BLANK
    ICON_CHEVRON_LEFT ICON_CHEVRON_RIGHT ICON_CLOSE ICON_CONTENT_COPY ICON_DELETE ICON_DONE_ALL ICON_DOWNLOAD
    ICON_EDIT ICON_EXPAND_LESS ICON_EXPAND_MORE ICON_FILTER_LIST ICON_HEALING ICON_HISTORY ICON_IMAGE ICON_INFO
    ICON_LIST ICON_MEDICAL_SERVICES ICON_MENU_BOOK ICON_MONITORING ICON_PAUSE ICON_PLAY_ARROW ICON_REPLAY
    ICON_RESTAURANT ICON_SAVE ICON_SEARCH ICON_SETTINGS ICON_SKIP_NEXT ICON_STOP ICON_SWAP_HORIZ ICON_TABLE_ROWS
    ICON_TUNE ICON_UNDO ICON_WARNING ICON_ZOOM_OUT
};

#[test]
fn the_list_names_the_icons_in_use() {
    let is_of_name = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_';
    let mut used = BTreeSet::new();
    for source in sources() {
        for (at, _) in source.text.match_indices("ICON_") {
            used.insert(source.text[at..].chars().take_while(|c| is_of_name(*c)).collect::<String>());
        }
    }
    let listed: BTreeSet<_> = ICONS.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(used, listed);
}

#[test]
fn the_font_holds_these_icons_and_no_others() {
    let font = FontRef::try_from_slice(include_bytes!("../../assets/icons.ttf")).unwrap();
    let held: BTreeSet<String> = font.codepoint_ids().map(|(_, letter)| letter.to_string()).collect();
    let listed: BTreeSet<_> = ICONS.iter().map(|(_, letter)| (*letter).to_owned()).collect();
    assert_eq!(held, listed, "`just icons` makes the font anew");
    // An icon without an outline would be an empty square of nothing.
    for letter in &listed {
        let glyph = font.glyph_id(letter.chars().next().unwrap());
        assert!(font.outline(glyph).is_some_and(|outline| !outline.curves.is_empty()), "{letter:?} is empty");
    }
}

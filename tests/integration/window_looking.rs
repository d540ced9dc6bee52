//! What can be seen of the window, and what a screen reader says of it.

use super::window_support::Morning;
use egui::{
    Id,
    accesskit::{Role, Toggled},
};
use egui_kittest::{
    Node,
    kittest::{NodeT as _, Queryable as _},
};

impl Morning {
    /// The widget with this name, to press or to type in.
    #[track_caller]
    pub(crate) fn widget(&self, name: &str) -> Node<'_> {
        let found = self.widgets(name);
        assert!(found.len() == 1, "{} widgets are called {name:?}, of {:#?}", found.len(), self.names());
        found[0]
    }

    pub(crate) fn widgets(&self, name: &str) -> Vec<Node<'_>> {
        let name = name.to_owned();
        self.harness.query_all_by(move |node| is_widget(node.role()) && node.label().as_deref() == Some(&*name)).collect()
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        !self.widgets(name).is_empty()
    }

    /// The names of all widgets, in the order in which they are reached.
    pub(crate) fn names(&self) -> Vec<String> {
        self.harness.query_all_by(|node| is_widget(node.role())).filter_map(|node| node.accesskit_node().label()).collect()
    }

    /// The first widget whose name begins so.
    #[track_caller]
    pub(crate) fn named_with(&self, beginning: &str) -> String {
        let names = self.names();
        names
            .iter()
            .find(|name| name.starts_with(beginning))
            .unwrap_or_else(|| panic!("nothing begins with {beginning:?} in {names:#?}"))
            .clone()
    }

    /// Whether a choice shows as chosen, or a box as ticked.
    #[track_caller]
    pub(crate) fn is_on(&self, name: &str) -> bool {
        self.widget(name).accesskit_node().toggled() == Some(Toggled::True)
    }

    /// Whether it is there but cannot be pressed.
    #[track_caller]
    pub(crate) fn is_disabled(&self, name: &str) -> bool {
        self.widget(name).accesskit_node().is_disabled()
    }

    /// What stands in a field.
    #[track_caller]
    pub(crate) fn text_in(&self, field: &str) -> String {
        self.widget(field).value().unwrap_or_default()
    }

    /// Everything that can be read.
    pub(crate) fn words(&self) -> Vec<String> {
        let said = |node: Node<'_>| node.value().or_else(|| node.accesskit_node().label());
        self.harness.query_all_by(|node| node.role() != Role::TextRun).filter_map(said).collect()
    }

    #[track_caller]
    pub(crate) fn sees(&mut self, words: &str) -> &mut Self {
        assert!(self.reads(words), "{words:?} is not to be seen in {:#?}", self.words());
        self
    }

    pub(crate) fn reads(&self, words: &str) -> bool {
        self.words().iter().any(|said| said.contains(words))
    }

    /// The message at the bottom: whether it is an alert, and its words.
    pub(crate) fn toast(&self) -> Option<(Role, String)> {
        let node = self.harness.query_by(|node| matches!(node.role(), Role::Status | Role::Alert))?;
        Some((node.accesskit_node().role(), node.value().or_else(|| node.accesskit_node().label()).unwrap_or_default()))
    }

    /// The words of an alert, which stays until it is read.
    #[track_caller]
    pub(crate) fn alert(&self) -> String {
        let (role, words) = self.toast().expect("a message");
        assert_eq!(role, Role::Alert, "{words}");
        words
    }

    /// Whether the message at the bottom lies over it.
    #[track_caller]
    pub(crate) fn is_covered(&self, name: &str) -> bool {
        let at = self.widget(name).rect().center();
        let message = self.harness.ctx.memory(|memory| memory.area_rect(Id::unique("toast")));
        let of_message = ["Undo", "Close this message"].contains(&name);
        !of_message && self.toast().is_some() && message.is_some_and(|rect| rect.contains(at))
    }

    /// The name of what has the keyboard.
    pub(crate) fn focused(&self) -> Option<String> {
        self.harness.query_by(|node| node.is_focused() && is_widget(node.role())).and_then(|node| node.accesskit_node().label())
    }
}

fn is_widget(role: Role) -> bool {
    matches!(role, Role::Button | Role::CheckBox | Role::Link | Role::PasswordInput | Role::TextInput | Role::SearchInput)
}

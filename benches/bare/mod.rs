//! The same writes without the program: what SQLite itself takes, with the same pragmas and tables.

use cramp_diary::domain::Night;
use rusqlite::{Connection, named_params};
use std::path::Path;

const ID: [u8; 16] = [7; 16];

pub(crate) struct Bare(Connection);

impl Bare {
    pub(crate) fn open(path: &Path) -> Self {
        #[expect(clippy::disallowed_methods, reason = "the measure is taken beside the store")]
        let connection = Connection::open(path).unwrap();
        connection.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;").unwrap();
        Self(connection)
    }

    /// How many records there are, of all kinds.
    pub(crate) fn records(&self) -> i64 {
        let tables = ["night", "cramp", "drink", "stretch", "no_stretching", "food", "supplement_taken", "sign", "strain", "factor_value"];
        tables.iter().map(|table| self.0.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get::<_, i64>(0)).unwrap()).sum()
    }

    /// Makes the night one without cramps.
    pub(crate) fn answer_no_cramps(&self, night: Night) {
        let night = night.to_string();
        self.0.execute("DELETE FROM cramp WHERE night = ?1", [&night]).unwrap();
        let sql = "INSERT INTO night (id, created_ms, changed_ms, night, answer, note) VALUES (:id, 0, 0, :night, 'no_cramps', '')
                   ON CONFLICT (night) DO UPDATE SET answer = 'no_cramps'";
        self.0.execute(sql, named_params! { ":id": ID, ":night": night }).unwrap();
    }

    /// The night's answer and one cramp, in one transaction.
    pub(crate) fn save(&self, night: Night) {
        let night = night.to_string();
        self.0.prepare_cached("BEGIN IMMEDIATE").unwrap().execute([]).unwrap();
        let answer = "UPDATE night SET answer = 'had_cramps', changed_ms = 1 WHERE night = ?1";
        self.0.prepare_cached(answer).unwrap().execute([&night]).unwrap();
        let cramp = "INSERT INTO cramp VALUES (:id, 1, 1, :night, 'calf', 'left', 5, 'unknown', NULL, NULL, NULL, NULL, NULL, NULL, '')";
        self.0.prepare_cached(cramp).unwrap().execute(named_params! { ":id": ID, ":night": night }).unwrap();
        self.0.prepare_cached("COMMIT").unwrap().execute([]).unwrap();
    }

    /// Takes [`Bare::save`] back.
    pub(crate) fn take_back(&self, night: Night) {
        let night = night.to_string();
        self.0.prepare_cached("BEGIN IMMEDIATE").unwrap().execute([]).unwrap();
        self.0.prepare_cached("UPDATE night SET answer = 'no_cramps' WHERE night = ?1").unwrap().execute([&night]).unwrap();
        self.0.prepare_cached("DELETE FROM cramp WHERE id = ?1").unwrap().execute([ID]).unwrap();
        self.0.prepare_cached("COMMIT").unwrap().execute([]).unwrap();
    }
}

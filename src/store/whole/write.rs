//! Writing what a merge has planned, so that it can be taken back as any other step.

use super::{MergePlan, PlainRecord, PlainValue, RecordKey};
use crate::domain::{self, Id};
use crate::store::kinds::every_kind;
use crate::store::{Delta, Description, Record, RecordKind, Replaced, Rows, Single, StoreError, Tx};
use rusqlite::types::Value;
use rusqlite::{named_params, params_from_iter};

macro_rules! written {
    (records { $($Kind:ident($Type:path))+ } single { $($One:ident($OneType:path))+ }) => {
        impl Tx<'_> {
            /// Adds or replaces a record. Returns why not, in words, if the diary cannot hold it; it is then as it was.
            fn put_plain(&mut self, record: &PlainRecord) -> Result<Option<String>, StoreError> {
                match record.kind {
                    $( RecordKind::$Kind => self.put_plain_record::<$Type>(record), )+
                    $( RecordKind::$One => self.put_plain_single::<$OneType>(record).map(|()| None), )+
                    RecordKind::Import => Ok(None),
                }
            }

            /// Deletes a record, if it is there, and remembers when it was deleted.
            fn delete_plain(&mut self, key: RecordKey, deleted_ms: i64) -> Result<(), StoreError> {
                match key.0 {
                    $( RecordKind::$Kind => self.delete_plain_record::<$Type>(Id::from_uuid(key.1), deleted_ms), )+
                    $( RecordKind::$One )|+ | RecordKind::Import => Ok(()),
                }
            }
        }
    };
}
every_kind!(written);

impl Tx<'_> {
    /// Carries a plan out. Returns what the diary could not hold, in words.
    ///
    /// # Errors
    /// A [`StoreError`] when the diary file cannot be written.
    pub fn carry_out(&mut self, plan: &MergePlan) -> Result<Vec<String>, StoreError> {
        for (key, deleted_ms) in &plan.deletions {
            self.delete_plain(*key, *deleted_ms)?;
        }
        let mut refused = Vec::new();
        for record in &plan.puts {
            refused.extend(self.put_plain(record)?.map(|why| format!("{}: {why}", record.named())));
        }
        Ok(refused)
    }

    fn put_plain_record<R: Record>(&mut self, record: &PlainRecord) -> Result<Option<String>, StoreError> {
        let (id, description) = (Id::<R>::from_uuid(record.id), Description::of_records::<R>());
        let before = self.stored(id)?;
        match self.write_plain(record, &description, before.is_some()) {
            Err(error) if error.sqlite_error_code() == Some(rusqlite::ErrorCode::ConstraintViolation) => {
                return Ok(Some("it does not go with what is in the diary".to_owned()));
            }
            written => written.map_err(|error| self.words(error))?,
        }
        let after = self.stored(id)?;
        if after.is_none() {
            // No type can hold it.
            self.delete_row::<R>(id, record.changed_ms)?;
            self.take_tombstone(record.id)?;
            if let Some(before) = &before {
                self.put_again(before)?;
            }
            return Ok(Some("what it says does not fit together".to_owned()));
        }
        self.changes.push(R::change(Delta { before, after }));
        Ok(None)
    }

    fn put_plain_single<S: Single>(&mut self, record: &PlainRecord) -> Result<(), StoreError> {
        let before = self.read().single::<S>()?;
        self.write_plain(record, &Description::of_one::<S>(), true).map_err(|error| self.words(error))?;
        let after = self.read().single::<S>()?;
        self.changes.push(S::change(Replaced { before, after }));
        Ok(())
    }

    fn delete_plain_record<R: Record>(&mut self, id: Id<R>, deleted_ms: i64) -> Result<(), StoreError> {
        let before = self.stored(id)?;
        self.delete_row::<R>(id, deleted_ms)?;
        if before.is_some() {
            self.changes.push(R::change(Delta { before, after: None }));
        }
        Ok(())
    }

    /// Writes the row and the parts of a record as they are.
    fn write_plain(&self, record: &PlainRecord, description: &Description, is_there: bool) -> rusqlite::Result<()> {
        let Description { table, changed, .. } = description;
        let columns = description.columns.iter().map(|column| column.name).chain(description.clocks.iter().map(|clock| clock.column));
        let mut values: Vec<Value> = record.values.iter().chain(&record.clocks).map(PlainValue::to_sql).collect();
        if description.rows == Rows::One {
            let set: Vec<_> = columns.chain([*changed]).map(|name| format!("{name} = ?")).collect();
            values.push(if record.changed_ms == 0 { Value::Null } else { record.changed_ms.into() });
            let sql = format!("UPDATE {table} SET {}", set.join(", "));
            return self.sql.prepare_cached(&sql)?.execute(params_from_iter(values)).map(|_rows| ());
        }
        let names: Vec<_> = columns.chain(["id", "created_ms", changed]).collect();
        // A row that cannot be read keeps its place until the person mends or deletes it.
        let conflict = if is_there {
            let replaced = names.iter().filter(|name| **name != "id").map(|name| format!("{name} = excluded.{name}"));
            format!(" ON CONFLICT (id) DO UPDATE SET {}", replaced.collect::<Vec<_>>().join(", "))
        } else {
            String::new()
        };
        let sql = format!("INSERT INTO {table} ({}) VALUES ({}){conflict}", names.join(", "), vec!["?"; names.len()].join(", "));
        let id = Value::Blob(record.id.as_bytes().to_vec());
        values.extend([id.clone(), record.created_ms.into(), record.changed_ms.into()]);
        self.sql.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        self.sql.prepare_cached("DELETE FROM tombstone WHERE id = :id")?.execute(named_params! { ":id": id })?;
        for (parts, rows) in description.parts.iter().zip(&record.parts) {
            let delete = format!("DELETE FROM {} WHERE {} = ?1", parts.table, parts.owner);
            self.sql.prepare_cached(&delete)?.execute([&id])?;
            let names: Vec<_> = parts.columns.iter().map(|column| column.name).collect();
            let places = vec!["?"; names.len() + 1].join(", ");
            let sql = format!("INSERT INTO {} ({}, {}) VALUES ({places})", parts.table, parts.owner, names.join(", "));
            for row in rows {
                let values = [id.clone()].into_iter().chain(row.iter().map(PlainValue::to_sql));
                self.sql.prepare_cached(&sql)?.execute(params_from_iter(values))?;
            }
        }
        Ok(())
    }
}

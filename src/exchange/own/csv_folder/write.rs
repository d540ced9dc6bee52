//! Writing the folder. It gets its name when all of it is there.

use super::cell::cell;
use super::guarded::guarded;
use super::{ABOUT, DELETED, DICTIONARY, SCHEMA, dictionary};
use crate::exchange::own::field::{Field, fields, in_order, kinds};
use crate::exchange::own::json::FORMAT;
use crate::exchange::own::{OwnFileError, Selection, moment};
use crate::store::{Description, PlainRecord, PlainValue, RecordKind, Times, Whole};
use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// How the files look. The default is RFC 4180: commas, decimal points, no mark at the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CsvStyle {
    /// Semicolons between cells and commas before decimals, as spreadsheets in much of Europe want them.
    pub semicolons: bool,
    /// A mark at the beginning, by which some spreadsheets know that letters are UTF-8.
    pub bom: bool,
}

/// Writes what is selected of a diary into a folder, which must not exist or be empty. Only its owner may look into it.
///
/// # Errors
/// [`OwnFileError::NotEmpty`] if something is in the folder, [`OwnFileError::Taken`] if it is a file, [`OwnFileError::Here`] if it is the
/// current folder, [`OwnFileError::Unwritable`] if a file cannot be written. No folder is made then.
pub fn export_csv(whole: &Whole, selection: &Selection, style: CsvStyle, folder: &Path) -> Result<(), OwnFileError> {
    let unwritable = |error| OwnFileError::unwritable(folder)(error);
    let target = std::path::absolute(folder).map_err(unwritable)?;
    let is_there = fs::symlink_metadata(&target).is_ok();
    if target.is_file() {
        return Err(OwnFileError::Taken { path: folder.to_owned() });
    }
    if is_there && !fs::read_dir(&target).is_ok_and(|mut entries| entries.next().is_none()) {
        return Err(OwnFileError::NotEmpty { path: folder.to_owned() });
    }
    if is_there && std::env::current_dir().is_ok_and(|here| same_folder(&here, &target)) {
        // It would be replaced, and whoever is in it would see nothing.
        return Err(OwnFileError::Here { path: target });
    }
    let unfinished = unfinished(&target);
    let written = make_folder(&unfinished).and_then(|()| write_all(whole, selection, style, &unfinished)).and_then(|()| {
        if is_there {
            fs::remove_dir(&target)?;
        }
        fs::rename(&unfinished, &target)
    });
    if written.is_err() {
        // The first error says enough.
        _ = fs::remove_dir_all(&unfinished);
    }
    sync(target.parent().unwrap_or(&target));
    written.map_err(unwritable)
}

fn same_folder(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// A name beside the folder that nothing else has.
fn unfinished(target: &Path) -> PathBuf {
    let mut name = OsString::from(target.file_name().unwrap_or_default());
    name.push(format!(".part-{}", Uuid::new_v4().simple()));
    target.with_file_name(name)
}

fn make_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(path)
}

/// Puts the names in a folder on the disk, where the system can.
fn sync(folder: &Path) {
    if cfg!(unix) {
        _ = File::open(folder).and_then(|folder| folder.sync_all());
    }
}

/// Writes all files.
fn write_all(whole: &Whole, selection: &Selection, style: CsvStyle, folder: &Path) -> io::Result<()> {
    for (kind, of) in kinds().filter(|(kind, _)| selection.has_kind(*kind)) {
        write_kind(whole, kind, &of, &Files { folder, style })?;
    }
    let files = Files { folder, style };
    if *selection == Selection::default() {
        let mut deleted = files.begin(DELETED, ["kind", "id", "deleted"])?;
        for ((kind, id), ms) in whole.deletions() {
            let name = kind.description().map_or("", |of| of.name);
            deleted.row([name.to_owned(), id.to_string(), moment::written(ms)])?;
        }
        deleted.finish()?;
    }
    let mut words = files.begin(DICTIONARY, dictionary::HEADING)?;
    for row in dictionary::rows() {
        words.row(row)?;
    }
    words.finish()?;
    let mut about = files.begin(ABOUT, ["name", "value"])?;
    for (name, value) in [("format", FORMAT), ("schema", &SCHEMA.to_string()), ("program", env!("CARGO_PKG_VERSION"))] {
        about.row([name, value])?;
    }
    about.finish()?;
    sync(folder);
    Ok(())
}

/// Writes the file of a kind, and those of its parts.
fn write_kind(whole: &Whole, kind: RecordKind, of: &Description, files: &Files<'_>) -> io::Result<()> {
    let (fields, records) = (fields(of), in_order(whole, kind));
    let decimal = files.style.decimal();
    let mut file = files.begin(of.name, fields.iter().map(|(name, _)| name.as_ref()))?;
    for record in &records {
        file.row(fields.iter().map(|(_, field)| own_cell(*field, record, decimal)))?;
    }
    file.finish()?;
    for (place, parts) in of.parts.iter().enumerate() {
        let mut file = files.begin(parts.table, [parts.owner].into_iter().chain(parts.columns.iter().map(|column| column.name)))?;
        for record in &records {
            for row in record.parts.get(place).into_iter().flatten() {
                let cells = parts.columns.iter().zip(row).map(|(column, value)| cell(column, value, decimal));
                file.row([record.id.to_string()].into_iter().chain(cells))?;
            }
        }
        file.finish()?;
    }
    Ok(())
}

/// The cell of a field.
fn own_cell(field: Field, record: &PlainRecord, decimal: char) -> String {
    match field {
        Field::Id => record.id.to_string(),
        Field::Column(place, column) => record.values.get(place).map(|value| cell(column, value, decimal)).unwrap_or_default(),
        Field::Clock(place, clock) if clock.times == Times::Lines => match record.clocks.get(place) {
            Some(PlainValue::Text(marks)) => guarded(marks).into_owned(),
            _ => String::new(),
        },
        Field::Created | Field::Changed | Field::Clock(..) => field.time_ms(record).map(moment::written).unwrap_or_default(),
    }
}

impl CsvStyle {
    fn decimal(self) -> char {
        if self.semicolons { ',' } else { '.' }
    }
}

/// Where files are written, and how they look.
struct Files<'a> {
    folder: &'a Path,
    style: CsvStyle,
}

impl Files<'_> {
    /// Begins a file with its heading.
    fn begin<'a>(&self, name: &str, heading: impl IntoIterator<Item = &'a str>) -> io::Result<CsvFile> {
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut out = BufWriter::with_capacity(1 << 16, options.open(self.folder.join(format!("{name}.csv")))?);
        if self.style.bom {
            out.write_all(b"\xef\xbb\xbf")?;
        }
        let delimiter = if self.style.semicolons { b';' } else { b',' };
        let mut file = CsvFile(csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).from_writer(out));
        file.row(heading)?;
        Ok(file)
    }
}

/// A file that is being written.
struct CsvFile(csv::Writer<BufWriter<File>>);

impl CsvFile {
    fn row(&mut self, cells: impl IntoIterator<Item = impl AsRef<[u8]>>) -> io::Result<()> {
        self.0.write_record(cells).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }

    /// Puts the file on the disk.
    fn finish(mut self) -> io::Result<()> {
        self.0.flush()?;
        self.0.get_ref().get_ref().sync_all()
    }
}

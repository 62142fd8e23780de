//! One row as one record: the record's own type says how each column is read, so that no list of column types
//! can drift from the records. Scalars are columns, lists and objects JSON text.

use rusqlite::Row;
use rusqlite::types::{ToSqlOutput, Value as SqlValue, ValueRef};
use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor,
};
use serde_json::Value;
use std::fmt;

/// A record from a row whose columns are called `names`, in this order.
///
/// # Errors
/// Where a column holds what its field cannot; the message names the column.
pub(crate) fn to_record<T: DeserializeOwned>(row: &Row<'_>, names: &[String]) -> Result<T, CellError> {
    T::deserialize(RowReader { row, names, at: 0 })
}

/// A field's value as SQLite stores it.
pub(crate) fn to_sql(value: &Value) -> ToSqlOutput<'_> {
    let owned = match value {
        Value::String(text) => return ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Value::Null => SqlValue::Null,
        Value::Bool(yes) => SqlValue::Integer(i64::from(*yes)),
        Value::Number(number) => match number.as_i64() {
            Some(whole) => SqlValue::Integer(whole),
            None => number.as_f64().map_or(SqlValue::Null, SqlValue::Real),
        },
        Value::Array(_) | Value::Object(_) => SqlValue::Text(value.to_string()),
    };
    ToSqlOutput::Owned(owned)
}

/// What is wrong with a column.
#[derive(Debug)]
pub(crate) struct CellError(String);

impl fmt::Display for CellError {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str(&self.0)
    }
}

impl std::error::Error for CellError {}

impl de::Error for CellError {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct RowReader<'a, 'row> {
    row: &'a Row<'row>,
    names: &'a [String],
    at: usize,
}

impl<'de> Deserializer<'de> for RowReader<'de, '_> {
    type Error = CellError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        visitor.visit_map(self)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl<'de> MapAccess<'de> for RowReader<'de, '_> {
    type Error = CellError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, CellError> {
        let Some(name) = self.names.get(self.at) else { return Ok(None) };
        let key: StrDeserializer<'_, CellError> = name.as_str().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, CellError> {
        let name = &self.names[self.at];
        let value = self.row.get_ref(self.at).map_err(|error| CellError(format!("{name}: {error}")))?;
        self.at += 1;
        seed.deserialize(Cell(value)).map_err(|CellError(problem)| CellError(format!("{name}: {problem}")))
    }
}

/// One column of one row.
struct Cell<'a>(ValueRef<'a>);

impl<'a> Cell<'a> {
    fn text(&self) -> Result<&'a str, CellError> {
        match self.0 {
            ValueRef::Text(bytes) => std::str::from_utf8(bytes)
                .map_err(|_| CellError("expected text in UTF-8, found other bytes".into())),
            other => Err(CellError(format!("expected text, found {}", other.data_type()))),
        }
    }

    /// Reads JSON text to its end.
    fn json<T>(
        &self,
        read: impl FnOnce(&mut serde_json::Deserializer<serde_json::de::StrRead<'a>>) -> serde_json::Result<T>,
    ) -> Result<T, CellError> {
        let mut json = serde_json::Deserializer::from_str(self.text()?);
        let value = read(&mut json).map_err(de::Error::custom)?;
        json.end().map_err(de::Error::custom)?;
        Ok(value)
    }
}

impl<'de> Deserializer<'de> for Cell<'de> {
    type Error = CellError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        match self.0 {
            ValueRef::Null => visitor.visit_unit(),
            ValueRef::Integer(whole) => visitor.visit_i64(whole),
            ValueRef::Real(real) => visitor.visit_f64(real),
            ValueRef::Text(_) => visitor.visit_str(self.text()?),
            ValueRef::Blob(_) => Err(CellError("expected text or a number, found bytes".into())),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        match self.0 {
            ValueRef::Integer(0) => visitor.visit_bool(false),
            ValueRef::Integer(1) => visitor.visit_bool(true),
            other => Err(CellError(format!("expected 0 or 1, found {other:?}"))),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        match self.0 {
            ValueRef::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, CellError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, CellError> {
        let text = self.text()?;
        if text.starts_with('{') {
            return self.json(|json| json.deserialize_enum(name, variants, visitor));
        }
        let plain: StrDeserializer<'_, CellError> = text.into_deserializer();
        plain.deserialize_enum(name, variants, visitor)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        self.json(|json| json.deserialize_seq(visitor))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, CellError> {
        self.json(|json| json.deserialize_map(visitor))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, CellError> {
        self.json(|json| json.deserialize_struct(name, fields, visitor))
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct
        tuple tuple_struct identifier ignored_any
    }
}

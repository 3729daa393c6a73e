// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/user_schema.h"

namespace rigwright {

namespace {

// Released steps are never edited; a new version appends a step.
const Migration kMigrations[] = {
    {
        // name_key: the name folded for comparison without case, in any script.
        "CREATE TABLE build (id INTEGER PRIMARY KEY, name TEXT NOT NULL, name_key TEXT NOT NULL UNIQUE, "
        "saved_utc_ms INTEGER NOT NULL, parts INTEGER NOT NULL, rig TEXT NOT NULL) STRICT",
        "CREATE TABLE build_history (id INTEGER PRIMARY KEY, "
        "build_id INTEGER NOT NULL REFERENCES build (id) ON DELETE CASCADE, "
        "saved_utc_ms INTEGER NOT NULL, rig TEXT NOT NULL) STRICT",
        "CREATE INDEX build_history_build ON build_history (build_id)",
        "CREATE TABLE autosave (instance TEXT NOT NULL, key TEXT NOT NULL, saved_utc_ms INTEGER NOT NULL, "
        "rig TEXT NOT NULL, PRIMARY KEY (instance, key)) STRICT",
        "CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",
    },
};

constexpr qint32 kApplicationId = 0x52696757; // "RigW"

} // namespace

const Schema &userSchema()
{
    static const Schema schema{kApplicationId, kMigrations};
    return schema;
}

} // namespace rigwright

INSERT INTO drink (id, created_ms, changed_ms, day, kind, volume_ml, time_local, time_offset_s)
VALUES (:id, :created_ms, :changed_ms, :day, :kind, :volume_ml, :time_local, :time_offset_s)
ON CONFLICT (id) DO UPDATE
SET created_ms = :created_ms, changed_ms = :changed_ms, day = :day, kind = :kind, volume_ml = :volume_ml,
    time_local = :time_local, time_offset_s = :time_offset_s

package io.bellwether.review;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.platform.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads rows of reviews; the column {@code sign_offs} is an array made by {@link #SIGN_OFFS}. */
record ReviewRows(Json json) {

    static final String SIGN_OFFS = """
            (SELECT coalesce(jsonb_agg(jsonb_build_object('lens', s.lens, 'decision', s.decision, 'comment', s.comment,
                    'signedBy', s.signed_by, 'at', s.at) ORDER BY s.lens), '[]')
             FROM review_sign_off s WHERE s.review_id = r.id) AS sign_offs""";

    StoredReview whole(ResultSet row) throws SQLException {
        return new StoredReview(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("period"),
                Review.State.valueOf(row.getString("state")),
                json.map(row.getString("body")),
                row.getString("hash"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                optionalInstant(row, "frozen_at"),
                signOffs(row),
                row.getInt("version"));
    }

    ReviewSummary summary(ResultSet row) throws SQLException {
        return new ReviewSummary(
                row.getObject("id", UUID.class),
                row.getString("slug"),
                row.getString("period"),
                row.getBoolean("partial"),
                Review.State.valueOf(row.getString("state")),
                row.getString("grade"),
                instant(row, "created_at"),
                instant(row, "updated_at"),
                optionalInstant(row, "frozen_at"),
                signOffs(row),
                row.getInt("version"));
    }

    private List<Review.SignOff> signOffs(ResultSet row) throws SQLException {
        return json.read(row.getString("sign_offs"), new TypeReference<>() {});
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        Timestamp timestamp = row.getTimestamp(column);
        return timestamp == null ? null : timestamp.toInstant();
    }
}

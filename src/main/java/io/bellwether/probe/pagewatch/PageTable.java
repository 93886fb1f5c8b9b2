package io.bellwether.probe.pagewatch;

import io.bellwether.platform.Json;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The table {@code page_text}: what every node knows of the pages that are watched. */
@Singleton
class PageTable {

    private final Jdbi jdbi;
    private final Json json;

    PageTable(Jdbi jdbi, Json json) {
        this.jdbi = jdbi;
        this.json = json;
    }

    /** Adds a look to what is known of a page, and returns all of it. Probes that watch the same part of a page share it. */
    PageState look(URI url, @Nullable String selector, PageText text, Instant now) {
        byte[] page = hash(url + "\n" + (selector == null ? "" : selector));
        return jdbi.inTransaction(handle -> {
            Optional<PageState> known = handle.createQuery(
                            "SELECT state FROM page_text WHERE page_hash = :page FOR UPDATE")
                    .bind("page", page)
                    .mapTo(byte[].class)
                    .findOne()
                    .map(this::unpacked);
            PageState after = known.map(state -> state.after(text, now)).orElseGet(() -> PageState.first(text, now));
            handle.createUpdate("""
                            INSERT INTO page_text (page_hash, url, seen_at, sha256, state)
                            VALUES (:page, :url, now(), :sha256, :state)
                            ON CONFLICT (page_hash) DO UPDATE
                               SET seen_at = excluded.seen_at, sha256 = excluded.sha256, state = excluded.state""")
                    .bind("page", page)
                    .bind("url", url.toString())
                    .bind("sha256", HexFormat.of().parseHex(after.sha256()))
                    .bind("state", packed(after))
                    .execute();
            return after;
        });
    }

    /** Forgets the pages that nobody has looked at for long. */
    void forgetUnwatched() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM page_text WHERE seen_at < now() - INTERVAL '400 days'"));
    }

    private byte[] packed(PageState state) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(json.write(state).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private PageState unpacked(byte[] state) {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(state))) {
            return json.read(new String(gzip.readAllBytes(), StandardCharsets.UTF_8), PageState.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] hash(String page) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(page.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

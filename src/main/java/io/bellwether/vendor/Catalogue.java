package io.bellwether.vendor;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.type.TypeReference;
import io.bellwether.platform.Cursor;
import io.bellwether.platform.Json;
import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The vendors that come with Bellwether, in the order of their slugs. */
@ApplicationScoped
public class Catalogue {

    private static final String DATA = "/catalogue.json";

    private final NavigableMap<String, CatalogueEntry> entries;

    @Inject
    Catalogue(Json json) {
        this(json.read(data(), new TypeReference<List<CatalogueEntry>>() {}));
    }

    Catalogue(List<CatalogueEntry> entries) {
        this.entries = entries.stream()
                .collect(toMap(CatalogueEntry::slug, entry -> entry, Catalogue::refuseTwin, TreeMap::new));
    }

    /** @param q text that the name, the slug, the category or a domain contains, whatever its case */
    public Page<CatalogueEntry> search(@Nullable String q, int limit, @Nullable String after) {
        List<String> key = Cursor.parts(after, 1);
        String wanted = q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
        List<CatalogueEntry> found = entries.tailMap(key.isEmpty() ? "" : key.getFirst(), false).values().stream()
                .filter(entry -> text(entry).contains(wanted))
                .limit(limit + 1L)
                .toList();
        return Page.of(found, limit, entry -> Cursor.of(entry.slug()));
    }

    /** @throws Problem 404 */
    public CatalogueEntry require(String slug) {
        CatalogueEntry entry = entries.get(slug);
        if (entry == null) {
            throw Problem.notFound("catalogue entry", slug);
        }
        return entry;
    }

    private static String text(CatalogueEntry entry) {
        return String.join("\n", entry.slug(), entry.name(), entry.category(), String.join("\n", entry.domains()))
                .toLowerCase(Locale.ROOT);
    }

    private static CatalogueEntry refuseTwin(CatalogueEntry entry, CatalogueEntry twin) {
        throw new IllegalStateException("twice in the catalogue: " + twin.slug());
    }

    private static String data() {
        try (InputStream data = Catalogue.class.getResourceAsStream(DATA)) {
            if (data == null) {
                throw new IllegalStateException("the catalogue is missing from this build");
            }
            return new String(data.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

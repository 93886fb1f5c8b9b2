package io.bellwether.dashboard;

import io.bellwether.vendor.CatalogueEntry;
import java.util.List;
import java.util.Set;

/**
 * The known vendors that were asked for.
 *
 * @param q what was searched for; empty for everything
 * @param adopted slugs that are in the register
 */
public record CatalogueView(String q, List<CatalogueEntry> entries, Set<String> adopted) {

    public boolean has(CatalogueEntry entry) {
        return adopted.contains(entry.slug());
    }
}

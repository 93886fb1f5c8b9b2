package io.bellwether.core.score;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What should be done about something that moves a score, for each reader and the most urgent first.
 *
 * @param version of the table that says so, see {@link AdviceTable}
 * @param it for the IT owner
 * @param marketing for the business owner
 */
public record Advice(String version, List<Suggestion> it, List<Suggestion> marketing) {

    /** In a link, where the vendor's slug stands. */
    static final String VENDOR = "{vendor}";

    /**
     * One thing to do.
     *
     * @param text whole sentences, said to the reader
     * @param link what helps with it: a path of this server's API; null where nothing there does
     */
    public record Suggestion(String text, @Nullable String link) {

        private Suggestion about(String vendor) {
            return new Suggestion(text, link == null ? null : link.replace(VENDOR, vendor));
        }
    }

    public Advice {
        it = List.copyOf(it);
        marketing = List.copyOf(marketing);
    }

    /**
     * With the links of one vendor.
     *
     * @param vendor its slug
     */
    public Advice about(String vendor) {
        return new Advice(version, about(it, vendor), about(marketing, vendor));
    }

    private static List<Suggestion> about(List<Suggestion> steps, String vendor) {
        return steps.stream().map(step -> step.about(vendor)).toList();
    }

    static Advice of(String version, List<Deed> deeds) {
        return new Advice(
                version,
                steps(deeds.stream().filter(deed -> deed.isForIt())),
                steps(deeds.stream().filter(deed -> !deed.isForIt())));
    }

    private static List<Suggestion> steps(Stream<Deed> deeds) {
        return deeds.map(deed -> new Suggestion(deed.text(), deed.link())).toList();
    }
}

package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;

import io.bellwether.platform.Page;
import io.bellwether.platform.Problem;
import io.bellwether.vendor.CatalogueEntry.Format;
import io.bellwether.vendor.CatalogueEntry.StatusPage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

    private static final CatalogueEntry FULL = entry("acme", "https://www.acme.example", Format.STATUSPAGE, "123");
    private static final CatalogueEntry BARE = entry("bolt", "http://bolt.example:8080/app", Format.NONE, null);

    private static final LegalEntity NO_LEGAL_ENTITY = new LegalEntity(null, null, null, null);

    private final Catalogue catalogue = new Catalogue(List.of(BARE, FULL));

    @ParameterizedTest
    @ValueSource(strings = {"acme", "ACME", " Name of acme ", "acme.example", "cme"})
    void findsByNameSlugOrDomainWhateverTheCase(String q) {
        assertThat(catalogue.search(q, 10, null).items()).containsExactly(FULL);
    }

    @Test
    void isPagedInTheOrderOfSlugs() {
        Page<CatalogueEntry> first = catalogue.search(null, 1, null);
        Page<CatalogueEntry> second = catalogue.search(null, 1, first.next());

        assertThat(first.items()).containsExactly(FULL);
        assertThat(second.items()).containsExactly(BARE);
        assertThat(second.next()).isNull();
    }

    @Test
    void anUnknownEntryIsNotFound() {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> catalogue.require("nobody"))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
    }

    @Test
    void aVendorOfWhichAllIsKnownGetsAllProbes() {
        List<NewProbe> probes = DefaultProbes.of(FULL);

        assertThat(probes)
                .extracting(NewProbe::kind, NewProbe::every, NewProbe::settings)
                .containsExactly(
                        tuple("http", Duration.ofMinutes(1), Map.of("url", "https://www.acme.example")),
                        tuple("tls", Duration.ofHours(1), Map.of("host", "www.acme.example")),
                        tuple("headers", Duration.ofDays(1), Map.of("url", "https://www.acme.example")),
                        tuple("mail", Duration.ofDays(1), Map.of("domain", "acme.example")),
                        tuple("zone", Duration.ofDays(1), Map.of("domain", "acme.example")),
                        tuple("domain", Duration.ofDays(1), Map.of("domain", "acme.example")),
                        tuple("security-txt", Duration.ofDays(1), Map.of("domain", "acme.example")),
                        tuple("statuspage", Duration.ofMinutes(2), Map.of("url", "https://status.acme.example")),
                        tuple("filings", Duration.ofDays(1), Map.of("cik", "123")));
        probes.forEach(ProbeRules::check);
    }

    @Test
    void nothingIsWatchedThatCannotBe() {
        assertThat(DefaultProbes.of(BARE))
                .extracting(NewProbe::kind)
                .containsExactly("http", "headers", "mail", "zone", "domain", "security-txt");
    }

    @ParameterizedTest(name = "{0} read at {1} is watched at {2}")
    @CsvSource({
        "STATUSPAGE, , PAGE",
        "INCIDENT_IO, https://status.acme.example/feed, FEED",
        "STATUS_IO, https://api.status.example/1, FEED",
        "RSS, https://status.acme.example/rss, FEED",
        "RSS, , NOT",
        "ADOBE, https://data.status.example/events, NOT",
        "NONE, , NOT"
    })
    void aStatusPageIsWatchedWhereItsFeedIsKnown(Format format, String machineUrl, String watched) {
        StatusPage page = new StatusPage("https://status.acme.example", format, machineUrl, "CATALOGUE");
        CatalogueEntry entry = new CatalogueEntry(
                "acme", "Acme", "CRM", "https://acme.example", List.of(), page, NO_LEGAL_ENTITY, null, null);

        List<Map<String, Object>> settings = DefaultProbes.of(entry).stream()
                .filter(probe -> probe.kind().equals("statuspage"))
                .map(NewProbe::settings)
                .toList();

        assertThat(settings)
                .isEqualTo(
                        switch (watched) {
                            case "PAGE" -> List.of(Map.of("url", "https://status.acme.example"));
                            case "FEED" -> List.of(Map.of("url", "https://status.acme.example", "feed", machineUrl));
                            default -> List.of();
                        });
    }

    private static CatalogueEntry entry(String slug, String website, Format format, String cik) {
        return new CatalogueEntry(
                slug,
                "Name of " + slug,
                "CRM",
                website,
                List.of(slug + ".example"),
                new StatusPage(format == Format.NONE ? null : "https://status.acme.example", format, null, "CATALOGUE"),
                new LegalEntity(null, cik, null, null),
                null,
                null);
    }
}

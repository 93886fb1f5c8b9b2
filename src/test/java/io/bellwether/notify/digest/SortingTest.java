package io.bellwether.notify.digest;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.alert.Alert;
import io.bellwether.core.alert.Severity;
import io.bellwether.core.schedule.Edition;
import io.bellwether.notify.Audience;
import io.bellwether.notify.SampleAlert;
import io.bellwether.notify.digest.AlertDigest.Held;
import io.bellwether.notify.digest.AlertDigest.Item;
import io.bellwether.notify.digest.AlertDigest.Share;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Owners.Owner;
import io.bellwether.vendor.Vendor;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SortingTest {

    private static final Edition DAY =
            new Edition(Instant.parse("2026-11-22T07:00:00Z"), Instant.parse("2026-11-23T07:00:00Z"));
    private static final Held NONE = new Held(0, 0);
    private static final String IDA = "ida@example.com";

    private static final Vendor ACME = SampleAlert.vendor(
            "acme",
            new Owners(
                    new Owner("Max", "max@example.com", null, null),
                    new Owner("Ida", "Ida@example.com", null, null),
                    null));
    private static final Vendor GLOBEX = SampleAlert.vendor("globex", Owners.NONE);

    @Test
    void whatIsOpenIsListedByWhoSeesToItTheReadersOwnFirst() {
        AlertDigest digest = digest(
                Audience.IT,
                down(1, "globex", "2026-11-20T10:00:00Z"),
                down(2, "acme", "2026-11-20T10:00:00Z").assignedTo("bob@example.com"),
                down(3, "acme", "2026-11-20T10:00:00Z"),
                down(4, "globex", "2026-11-20T10:00:00Z").assignedTo(IDA));

        assertThat(digest.open()).extracting(Share::owner).containsExactly("you", "bob@example.com", "nobody");
        assertThat(digest.open().getFirst().items()).extracting(Item::alert).containsExactly(id(3), id(4));
    }

    @Test
    void theSideOfTheReaderDecidesWhoseAVendorIs() {
        assertThat(digest(Audience.MARKETING, down(1, "acme", "2026-11-20T10:00:00Z"))
                        .open())
                .extracting(Share::owner)
                .containsExactly("Max");
    }

    @Test
    void theWindowIsOpenAtItsBeginAndClosedAtItsEnd() {
        AlertDigest digest = digest(
                Audience.IT,
                down(1, "acme", "2026-11-22T07:00:00Z"),
                down(2, "acme", "2026-11-22T07:00:00.001Z"),
                down(3, "acme", "2026-11-23T07:00:00Z"),
                down(4, "acme", "2026-11-23T07:00:00.001Z"));

        assertThat(digest.begun()).extracting(Item::alert).containsExactly(id(2), id(3));
        assertThat(digest.openItems()).isEqualTo(4);
    }

    @Test
    void whatNobodyWasToldOfIsABriefInterruption() {
        AlertDigest digest = digest(
                Audience.IT,
                Set.of(id(2)),
                down(1, "acme", "2026-11-22T10:00:00Z").until("2026-11-22T11:00:00Z"),
                down(2, "acme", "2026-11-22T12:00:00Z").until("2026-11-22T12:01:00Z"),
                down(3, "acme", "2026-11-20T12:00:00Z").until("2026-11-21T12:01:00Z"));

        assertThat(digest.open()).isEmpty();
        assertThat(digest.begun()).extracting(Item::alert).containsExactly(id(1));
        assertThat(digest.over()).extracting(Item::alert).containsExactly(id(1));
        assertThat(digest.brief()).extracting(Item::alert).containsExactly(id(2));
    }

    @Test
    void otherPeoplesVendorsAreNotTheReadersBusiness() {
        AlertDigest digest = new Sorting(
                        IDA,
                        reader(Audience.IT, false, ACME),
                        List.of(
                                down(1, "globex", "2026-11-22T10:00:00Z").alert(),
                                down(2, "globex", "2026-11-22T10:00:00Z")
                                        .assignedTo(IDA)
                                        .alert()))
                .in(DAY, Set.of(), NONE);

        assertThat(digest.begun()).extracting(Item::alert).containsExactly(id(2));
    }

    @Test
    void whatIsWrongWithBellwetherItselfIsForThoseWhoAreToldOfAllVendors() {
        Alert broken = new SampleAlert(1, null, "channel-broken", "2026-11-22T10:00:00Z").alert();

        AlertDigest all = new Sorting(IDA, reader(Audience.IT, true, ACME), List.of(broken)).in(DAY, Set.of(), NONE);
        AlertDigest owners =
                new Sorting(IDA, reader(Audience.IT, false, ACME), List.of(broken)).in(DAY, Set.of(), NONE);

        assertThat(all.begun()).extracting(Item::vendor).containsExactly("Bellwether");
        assertThat(all.open()).extracting(Share::owner).containsExactly("nobody");
        assertThat(owners.empty()).isTrue();
    }

    @Test
    void certificatesAndDomainsThatRunOutAreDeadlines() {
        AlertDigest digest = digest(
                Audience.IT,
                new SampleAlert(1, "acme", "certificate-expiring", "2026-11-01T00:00:00Z")
                        .expiring("2026-12-09T00:00:00Z"),
                new SampleAlert(2, "acme", "domain-expiring", "2026-11-01T00:00:00Z").expiring("2026-12-01T00:00:00Z"),
                new SampleAlert(3, "acme", "certificate-expiring", "2026-11-01T00:00:00Z").expiring("soon"));

        assertThat(digest.deadlines()).extracting(AlertDigest.Deadline::alert).containsExactly(id(2), id(1));
    }

    @Test
    void nothingIsEmptyButSomethingThatWasHeldIsNot() {
        assertThat(digest(Audience.IT).empty()).isTrue();
        assertThat(sorting(Audience.IT).in(DAY, Set.of(), new Held(0, 1)).empty())
                .isFalse();
    }

    @Test
    void bothVoicesTellTheSameTimesInTheZoneOfTheReader() {
        AlertDigest digest = sorting(
                        Audience.BOTH,
                        down(1, "acme", "2026-11-22T10:00:00Z").acknowledged("2026-11-22T10:05:00Z"),
                        down(2, "acme", "2026-11-22T12:00:00Z")
                                .severity(Severity.WARNING)
                                .until("2026-11-22T13:30:00Z"))
                .in(DAY, Set.of(), new Held(17, 2));

        DigestWords words = new DigestWords(digest, DAY, ZoneId.of("Europe/Berlin"));

        assertThat(words.title()).isEqualTo("Your digest: 1 open, 2 new, 1 over");
        assertThat(words.text().it()).isEqualTo("""
                From Sun 22 Nov 2026, 08:00 CET to Mon 23 Nov 2026, 08:00 CET.
                Open, to be seen to by you (1):
                - CRITICAL vendor-down, ACME, since Sun 22 Nov 2026, 11:00 CET, acknowledged by ida: technical 1
                New (2):
                - CRITICAL vendor-down, ACME, since Sun 22 Nov 2026, 11:00 CET, acknowledged by ida: technical 1
                - WARNING vendor-down, ACME, from Sun 22 Nov 2026, 13:00 CET to Sun 22 Nov 2026, 14:30 CET: technical 2
                Over (1):
                - WARNING vendor-down, ACME, from Sun 22 Nov 2026, 13:00 CET to Sun 22 Nov 2026, 14:30 CET: technical 2
                17 messages were held by your quiet hours.
                2 alerts were held by silences.""");
        assertThat(words.text().marketing())
                .contains("- ACME (urgent), since Sun 22 Nov 2026, 11:00 CET, acknowledged by ida: business 1")
                .contains(
                        "- ACME (important), from Sun 22 Nov 2026, 13:00 CET to Sun 22 Nov 2026, 14:30 CET: business 2")
                .doesNotContain("vendor-down", "technical");
    }

    @Test
    void whatIsTooMuchIsCounted() {
        SampleAlert[] many = new SampleAlert[25];
        for (int number = 0; number < many.length; number++) {
            many[number] = down(number, "acme", "2026-11-20T10:00:00Z");
        }

        String text = new DigestWords(digest(Audience.IT, many), DAY, ZoneId.of("UTC"))
                .text()
                .it();

        assertThat(text)
                .contains("(25):", "- and 5 more")
                .contains("technical 19")
                .doesNotContain("technical 20");
    }

    private static AlertDigest digest(Audience lens, SampleAlert... alerts) {
        return digest(lens, Set.of(), alerts);
    }

    private static AlertDigest digest(Audience lens, Set<UUID> untold, SampleAlert... alerts) {
        return sorting(lens, alerts).in(DAY, untold, NONE);
    }

    private static Sorting sorting(Audience lens, SampleAlert... alerts) {
        List<Alert> all = Arrays.stream(alerts).map(SampleAlert::alert).toList();
        return new Sorting(IDA, reader(lens, true, ACME, GLOBEX), all);
    }

    private static Readers.Reader reader(Audience lens, boolean bellwether, Vendor... vendors) {
        return new Readers.Reader(List.of(vendors), bellwether, lens, ZoneId.of("UTC"));
    }

    private static SampleAlert down(long number, String vendor, String firedAt) {
        return new SampleAlert(number, vendor, "vendor-down", firedAt);
    }

    private static UUID id(long number) {
        return new UUID(0, number);
    }
}

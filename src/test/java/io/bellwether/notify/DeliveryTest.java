package io.bellwether.notify;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.bellwether.MailServer;
import io.bellwether.platform.Json;
import io.bellwether.platform.Outbox;
import io.bellwether.vendor.NewVendor;
import io.bellwether.vendor.Owners;
import io.bellwether.vendor.Vendor;
import io.bellwether.vendor.VendorRegister;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** From the outbox to real receivers. */
@QuarkusTest
@QuarkusTestResource(MailServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeliveryTest {

    private static final Owners.Owner IDA = new Owners.Owner("Ida", "ida@example.com", null, "Europe/Berlin");
    private static final Owners.Owner MAX = new Owners.Owner("Max", "max@example.com", null, null);

    private final Channels channels;
    private final Notifications notifications;
    private final VendorRegister vendors;
    private final Outbox outbox;
    private final Leases leases;
    private final Sender sender;
    private final Outcomes outcomes;
    private final NotifySettings settings;
    private final Jdbi jdbi;
    private final Json json;

    private final Sink sink = new Sink();
    private final List<UUID> made = new ArrayList<>();
    GreenMail mail;
    private Vendor acme;

    DeliveryTest(
            Channels channels,
            Notifications notifications,
            VendorRegister vendors,
            Outbox outbox,
            Leases leases,
            Sender sender,
            Outcomes outcomes,
            NotifySettings settings,
            Jdbi jdbi,
            Json json) {
        this.channels = channels;
        this.notifications = notifications;
        this.vendors = vendors;
        this.outbox = outbox;
        this.leases = leases;
        this.sender = sender;
        this.outcomes = outcomes;
        this.settings = settings;
        this.jdbi = jdbi;
        this.json = json;
    }

    @BeforeEach
    void aVendorWithTwoOwners() throws Exception {
        mail.purgeEmailFromAllMailboxes();
        String slug = "acme-" + UUID.randomUUID();
        Owners owners = new Owners(MAX, IDA, null);
        acme = vendors.create(new NewVendor("Acme <b>&</b> Sons", slug, null, null, null, null, null, null, owners));
    }

    @AfterEach
    void noChannelIsLeft() {
        made.forEach(id -> channels.remove(id, null));
        made.clear();
    }

    @AfterAll
    void stopTheSink() {
        sink.stop();
    }

    @Test
    void aTransitionReachesSlackInBothVoicesAndEachOwnerInHis() throws Exception {
        sink.accepts("/slack/both");
        channel("slack", "/slack/both", null);
        made.add(channels.create(new NewChannel("email", "owners", Map.of(), null, null))
                .id());

        Incident incident = new Incident(outbox, acme).fires();

        settled(incident, 3);
        assertThat(sink.received("/slack/both"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .containsSubsequence("business begin", "technical begin", "/alerts/" + incident.id));
        assertThat(mailTo("ida@example.com").getSubject()).isEqualTo("Acme <b>&</b> Sons: down");
        assertThat(GreenMailUtil.getWholeMessage(mailTo("ida@example.com")))
                .contains("technical begin", "11:00 CET", "Acme &lt;b&gt;&amp;&lt;/b&gt; Sons")
                .doesNotContain("business begin");
        assertThat(GreenMailUtil.getWholeMessage(mailTo("max@example.com")))
                .contains("business begin", "10:00 UTC")
                .doesNotContain("technical begin");
    }

    @Test
    void theMailsOfOneAlertHangTogetherAndEachHasItsOwnLastingId() throws Exception {
        Map<String, Object> to = Map.of("to", List.of("team@example.com"));
        made.add(channels.create(new NewChannel("email", "team", to, Audience.IT, null))
                .id());
        Incident incident = new Incident(outbox, acme).fires();
        settled(incident, 1);
        incident.becomesCritical();
        settled(incident, 2);
        incident.resolves();

        List<Notification> told = settled(incident, 3);

        MimeMessage[] mails = mail.getReceivedMessages();
        assertThat(mails)
                .extracting(MimeMessage::getMessageID)
                .containsExactlyElementsOf(told.reversed().stream()
                        .map(line -> "<" + line.id() + "@bellwether>")
                        .toList());
        assertThat(mails)
                .allSatisfy(one ->
                        assertThat(one.getHeader("References")).containsExactly("<" + incident.id + "@bellwether>"));
        assertThat(mails)
                .extracting(MimeMessage::getSubject)
                .containsExactly(
                        "Acme <b>&</b> Sons: down",
                        "Acme <b>&</b> Sons: down, now critical",
                        "Resolved: Acme <b>&</b> Sons: down");
    }

    @Test
    void aThrottlingProviderIsLeftAloneAsLongAsItAsksAndThenServedOnce() {
        sink.answersFirst("/slack/throttled", 1, aResponse().withStatus(429).withHeader("Retry-After", "1"));
        UUID channel = channel("slack", "/slack/throttled", null);
        Incident first = new Incident(outbox, acme).fires();
        await().until(() -> channels.require(channel).pausedUntil() != null);
        Incident second = new Incident(outbox, acme).fires();

        settled(first, 1);
        settled(second, 1);

        var requests = sink.received("/slack/throttled");
        assertThat(requests).hasSize(3);
        assertThat(Duration.between(
                        requests.get(0).getLoggedDate().toInstant(),
                        requests.get(1).getLoggedDate().toInstant()))
                .isGreaterThanOrEqualTo(Duration.ofMillis(950));
        assertThat(sink.taken("/slack/throttled")).hasSize(2);
        assertThat(states(first)).containsExactly(IntentState.DELIVERED);
    }

    @Test
    void aFailingProviderIsTriedUntilItTakesTheMessage() {
        sink.answersFirst("/hook/failing", 5, aResponse().withStatus(500));
        channel("webhook", "/hook/failing", null);

        Incident incident = new Incident(outbox, acme).fires();

        Notification told = settled(incident, 1).getFirst();
        assertThat(told.state()).isEqualTo(IntentState.DELIVERED);
        assertThat(told.deliveries())
                .extracting(Notification.Attempt::outcome)
                .hasSize(6)
                .startsWith(DeliveryOutcome.RETRY_LATER)
                .endsWith(DeliveryOutcome.DELIVERED);
        assertThat(sink.received("/hook/failing"))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsOnly(told.id().toString());
    }

    @Test
    void anAlertThatPassesWhileTheReceiverIsAwayIsToldInOneMessage() {
        sink.answers("/hook/away", aResponse().withStatus(503));
        channel("webhook", "/hook/away", null);
        Incident incident = new Incident(outbox, acme).fires();
        await().until(() -> !sink.received("/hook/away").isEmpty());
        incident.resolves();
        await().until(() -> states(incident).contains(IntentState.COALESCED));

        sink.accepts("/hook/away");

        assertThat(settled(incident, 2))
                .extracting(Notification::kind, Notification::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Happening.PASSED, IntentState.DELIVERED),
                        org.assertj.core.groups.Tuple.tuple(Happening.FIRING, IntentState.COALESCED));
        assertThat(sink.taken("/hook/away"))
                .singleElement()
                .satisfies(request -> assertThat(request.getBodyAsString())
                        .contains("PASSED", "business begin", "business end", "technical begin", "technical end"));
    }

    @Test
    void theEndIsNotToldToThoseWhoWereNeverToKnowOfTheBegin() {
        Incident incident = new Incident(outbox, acme).fires();
        await().until(this::outboxIsEmpty);
        sink.accepts("/hook/late");
        channel("webhook", "/hook/late", null);

        incident.resolves();

        await().until(this::outboxIsEmpty);
        assertThat(lines(incident)).isEmpty();
    }

    @Test
    void aSuppressedAlertIsInTheLedgerWithItsReasonAndNowhereElse() {
        sink.accepts("/hook/held");
        channel("webhook", "/hook/held", null);

        Incident incident = new Incident(outbox, acme)
                .fires(Map.of("suppressedBy", List.of("maintenance-window")))
                .resolves();

        assertThat(settled(incident, 2)).extracting(Notification::state).containsOnly(IntentState.SUPPRESSED);
        assertThat(lines(incident).getLast().reason()).contains("maintenance-window");
        assertThat(sink.received("/hook/held")).isEmpty();
    }

    @Test
    void aSlowChannelHoldsUpNoOther() {
        sink.answers("/hook/slow", aResponse().withFixedDelay(4000).withBody("ok"));
        sink.accepts("/hook/quick");
        channel("webhook", "/hook/slow", null);
        channel("webhook", "/hook/quick", null);

        Incident incident = new Incident(outbox, acme).fires();

        await().atMost(Duration.ofSeconds(3)).until(() -> states(incident).contains(IntentState.DELIVERED));
        assertThat(states(incident)).containsExactlyInAnyOrder(IntentState.DELIVERED, IntentState.SENDING);
        settled(incident, 2);
    }

    @Test
    void twoNodesDeliverEachOfTwoHundredMessagesOnceAndInOrder() throws InterruptedException {
        List<String> paths = IntStream.range(0, 10)
                .mapToObj(number -> "/hook/many/" + number)
                .toList();
        paths.forEach(path -> {
            sink.accepts(path);
            channel("webhook", path, null);
        });
        DeliveryWorker secondNode = new DeliveryWorker(leases, sender, outcomes, settings);

        List<Incident> incidents = IntStream.range(0, 20)
                .mapToObj(_ -> new Incident(outbox, acme).fires())
                .toList();
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> {
                    secondNode.start(() -> {});
                    return incidents.stream().allMatch(incident -> finished(incident, 10));
                });
        secondNode.stop(Duration.ofSeconds(5));

        List<String> order =
                incidents.stream().map(incident -> incident.id.toString()).toList();
        assertThat(paths)
                .allSatisfy(path -> assertThat(sink.received(path))
                        .extracting(request -> alertId(request.getBodyAsString()))
                        .containsExactlyElementsOf(order));
        assertThat(incidents)
                .flatMap(this::lines)
                .hasSize(200)
                .allMatch(line -> line.state() == IntentState.DELIVERED && line.attempts() == 1);
    }

    @Test
    void aMessageWhoseSenderDiedIsSentAgainAndFlaggedAndTheLateResultIsRefused() {
        sink.accepts("/hook/zombie");
        UUID channel = channel("webhook", "/hook/zombie", null);
        pause(channel, "1 hour");
        Incident incident = new Incident(outbox, acme).fires();
        await().until(() -> states(incident).equals(List.of(IntentState.WAITING)));
        UUID lostToken = UUID.randomUUID();
        UUID intent = lines(incident).getFirst().id();
        execute("""
                UPDATE intent SET state = 'SENDING', attempts = 1, lease_token = ?, lease_until = now() - interval '1 s'
                 WHERE id = ?""", lostToken, intent);

        pause(channel, "0");

        Notification told = settled(incident, 1).getFirst();
        assertThat(told.possibleDuplicate()).isTrue();
        assertThat(told.attempts()).isEqualTo(2);
        late(channel, incident, lostToken);
        assertThat(states(incident)).containsExactly(IntentState.DELIVERED);
    }

    @Test
    void whatIsTooOldIsGivenUpAndCanBeReplayedUnderItsOldKey() {
        sink.answers("/hook/old", aResponse().withStatus(500));
        channel("webhook", "/hook/old", null);
        Incident incident = new Incident(outbox, acme).fires();
        await().until(() -> !sink.received("/hook/old").isEmpty());
        execute("UPDATE intent SET expires_at = now() WHERE episode_id = ?", incident.id);
        Notification dead = settled(incident, 1).getFirst();
        sink.accepts("/hook/old");

        notifications.replay(dead.id());

        assertThat(dead.state()).isEqualTo(IntentState.DEAD);
        assertThat(dead.reason()).contains("not delivered in time", "HTTP 500");
        assertThat(settled(incident, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
        assertThat(sink.taken("/hook/old"))
                .extracting(request -> request.getHeader("Idempotency-Key"))
                .containsExactly(dead.id().toString());
    }

    @Test
    void blocksThatSlackRefusesGoAsPlainText() {
        sink.answersFirst("/slack/picky", 1, aResponse().withStatus(400).withBody("invalid_payload"));
        channel("slack", "/slack/picky", null);

        Incident incident = new Incident(outbox, acme).fires();

        assertThat(settled(incident, 1).getFirst().deliveries()).hasSize(1);
        assertThat(json.map(sink.taken("/slack/picky").getFirst().getBodyAsString()))
                .containsOnlyKeys("text");
    }

    @Test
    void anEntryNobodyCanReadHoldsUpNothing() {
        sink.accepts("/hook/after");
        channel("webhook", "/hook/after", null);
        execute(
                "INSERT INTO outbox (topic, key, payload) VALUES ('alert-transition', ?, '{\"nonsense\": true}')",
                UUID.randomUUID());

        Incident incident = new Incident(outbox, acme).fires();

        assertThat(settled(incident, 1).getFirst().state()).isEqualTo(IntentState.DELIVERED);
    }

    private UUID channel(String kind, String path, @Nullable Audience lens) {
        UUID id = channels.create(new NewChannel(kind, path, Map.of("url", sink.url(path)), lens, null))
                .id();
        made.add(id);
        return id;
    }

    /** The ledger of the alert, newest first, when it has so many lines and none is unfinished. */
    private List<Notification> settled(Incident incident, int lines) {
        await().atMost(Duration.ofSeconds(60)).until(() -> finished(incident, lines));
        return lines(incident);
    }

    private boolean finished(Incident incident, int lines) {
        List<Notification> all = lines(incident);
        return all.size() == lines && all.stream().allMatch(line -> line.finishedAt() != null);
    }

    private List<Notification> lines(Incident incident) {
        return notifications
                .list(new NotificationQuery(null, incident.id, 500, null))
                .items();
    }

    private List<IntentState> states(Incident incident) {
        return lines(incident).stream().map(Notification::state).toList();
    }

    private boolean outboxIsEmpty() {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM outbox WHERE processed_at IS NULL")
                        .mapTo(int.class)
                        .one())
                == 0;
    }

    private void late(UUID channel, Incident incident, UUID token) {
        Message message = jdbi.withHandle(
                        handle -> handle.createQuery("SELECT message::text FROM intent WHERE episode_id = :episode")
                                .bind("episode", incident.id)
                                .mapTo(String.class)
                                .one())
                .transform(text -> json.read(text, Message.class));
        Claim claim = new Claim(message, token, channels.target(channel), 1, false);
        Delivery failure = Delivery.RetryLater.soon("came too late");
        Settlement settlement =
                new Settlement(IntentState.WAITING, Duration.ZERO, "came too late", false, Duration.ZERO, null);
        outcomes.settle(claim, failure, Duration.ofSeconds(70), settlement);
    }

    private void pause(UUID channel, String time) {
        execute("UPDATE channel SET paused_until = now() + ?::interval WHERE id = ?", time, channel);
    }

    private void execute(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }

    private String alertId(String body) {
        return String.valueOf(((Map<?, ?>) json.map(body).get("alert")).get("id"));
    }

    private MimeMessage mailTo(String address) {
        Optional<MimeMessage> found = Arrays.stream(mail.getReceivedMessages())
                .filter(message -> isTo(message, address))
                .findFirst();
        assertThat(found).as("mail to " + address).isPresent();
        return found.orElseThrow();
    }

    private static boolean isTo(MimeMessage message, String address) {
        try {
            return message.getRecipients(RecipientType.TO)[0].toString().equals(address);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}

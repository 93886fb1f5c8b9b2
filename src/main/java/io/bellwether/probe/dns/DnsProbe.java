package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.Phases;
import io.bellwether.platform.egress.Deadline;
import io.bellwether.platform.egress.DnsWire;
import io.bellwether.platform.egress.WireFailure;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.Probe;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.Verdict;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Message;

/** Asks for one kind of record of one name and judges what comes back. */
@Singleton
final class DnsProbe implements Probe<DnsProbe.Settings> {

    /** Whether there may be answers beside those that are expected. */
    enum Match {
        EXACT,
        CONTAINS
    }

    /**
     * @param type A when absent
     * @param resolver {@code host:port} of a public resolver to ask; our own when absent
     * @param authoritative whether all of the zone's own name servers are asked instead of a resolver
     * @param expect the answers as they would stand in a zone file, in any order
     * @param match EXACT when absent
     * @param minTtl how long the answer must at least be good for; only the zone's own servers know
     * @param dnssec whether the answer must be signed, with signatures that hold up to the root
     * @param degradedAfter an answer that took longer is DEGRADED; of the zone's own servers the slowest counts
     */
    @Obeys(CoherentQuestion.class)
    record Settings(
            @NotNull @Obeys(DomainName.class) String name,
            @Nullable RecordType type,
            @Obeys(ServerAddress.Rule.class) @Nullable String resolver,
            @Nullable Boolean authoritative,
            @Size(min = 1, max = 50) @Nullable List<@NotBlank @Size(max = 4096) String> expect,
            @Nullable Match match,

            @DurationMin(seconds = 1, message = "must be at least PT1S") @Nullable Duration minTtl,

            @Nullable Boolean dnssec,

            @DurationMin(millis = 1, message = "must be at least PT0.001S") @Nullable Duration degradedAfter) {

        RecordType typeOrDefault() {
            return Objects.requireNonNullElse(type, RecordType.A);
        }

        Match matchOrDefault() {
            return Objects.requireNonNullElse(match, Match.EXACT);
        }

        boolean asksServers() {
            return Boolean.TRUE.equals(authoritative);
        }

        boolean mustBeSigned() {
            return Boolean.TRUE.equals(dnssec);
        }

        Question question() {
            return Question.of(name, typeOrDefault());
        }
    }

    private final DnsWire wire;
    private final Surveyor surveyor;
    private final ChainCheck chains;

    @Inject
    DnsProbe(DnsWire wire, ChainCheck chains) {
        this(wire, new Surveyor(wire, ServerAddress.DNS_PORT), chains);
    }

    DnsProbe(DnsWire wire, Surveyor surveyor, ChainCheck chains) {
        this.wire = wire;
        this.surveyor = surveyor;
        this.chains = chains;
    }

    @Override
    public String kind() {
        return "dns";
    }

    @Override
    public String description() {
        return "Asks a resolver or the zone's own name servers for records; checks answers, agreement and signatures.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) throws WireFailure {
        Asker resolver = resolver(settings);
        Verdict found = settings.asksServers()
                ? judge(settings, surveyor.ask(settings.question(), resolver, context.deadline()))
                : judge(settings, ask(settings, resolver, context.deadline()));
        return settings.mustBeSigned() && found.outcome().good()
                ? signed(settings, found, resolver, context.deadline())
                : found;
    }

    private static Reply ask(Settings settings, Asker resolver, Deadline deadline) throws WireFailure {
        Question question = settings.question();
        Message query = settings.mustBeSigned() ? question.unchecked() : question.forResolver();
        return new Reply(question, resolver.ask(query, deadline));
    }

    static Verdict judge(Settings settings, Reply reply) {
        double millis = reply.dns().millis();
        Sentence sentence = ReplyJudge.inTime(settings, ReplyJudge.ofResolver(settings, reply), millis);
        return verdict(sentence, phases(millis), reply.detail());
    }

    static Verdict judge(Settings settings, Survey survey) {
        Sentence sentence = ServersJudge.judge(settings, survey);
        OptionalDouble slowest = survey.slowest();
        return slowest.isPresent()
                ? verdict(
                        ReplyJudge.inTime(settings, sentence, slowest.getAsDouble()),
                        phases(slowest.getAsDouble()),
                        survey.detail())
                : verdict(sentence, Phases.NONE, survey.detail());
    }

    private Verdict signed(Settings settings, Verdict found, Asker resolver, Deadline deadline) {
        Question question = settings.question();
        Chain chain = chains.of(question, resolver, deadline);
        Sentence sentence =
                ChainJudge.judge(question, new Sentence(found.outcome(), found.cause(), found.reason()), chain);
        Map<String, Object> detail = new LinkedHashMap<>(found.detail());
        detail.put("dnssec", Map.of("state", chain.state().name(), "why", chain.why()));
        return verdict(sentence, found.phases(), detail);
    }

    /** Whichever resolver it is, that it does not answer says nothing about whom the question is about. */
    private Asker resolver(Settings settings) {
        ServerAddress given = settings.resolver() == null
                ? null
                : ServerAddress.parse(settings.resolver()).orElseThrow();
        if (given == null) {
            return wire::askResolver;
        }
        return (query, deadline) -> {
            try {
                return wire.ask(List.of(given.host()), given.port(), query, deadline);
            } catch (WireFailure e) {
                throw e.outcome() == Outcome.UNKNOWN
                        ? e
                        : new WireFailure(
                                Outcome.UNKNOWN, Cause.DNS_FAILED, "The resolver failed: " + e.reason(), e.phases());
            }
        };
    }

    private static Phases phases(double millis) {
        return new Phases(millis, null, null, null, null);
    }

    private static Verdict verdict(Sentence sentence, Phases phases, Map<String, Object> detail) {
        return new Verdict(
                sentence.outcome(),
                sentence.cause(),
                sentence.reason(),
                phases,
                Collections.unmodifiableMap(detail),
                List.of());
    }
}

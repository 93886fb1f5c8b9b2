package io.bellwether.probe.mail;

import io.bellwether.core.Cause;
import io.bellwether.core.Outcome;
import io.bellwether.core.posture.Assessment;
import io.bellwether.core.posture.CheckResult;
import io.bellwether.core.posture.mail.DnsAnswer;
import io.bellwether.core.posture.mail.MailAssessor;
import io.bellwether.core.posture.mail.MailEvidence;
import io.bellwether.core.posture.mail.MailQuestions;
import io.bellwether.core.posture.mail.PolicyDocument;
import io.bellwether.probe.DailyProbe;
import io.bellwether.probe.Lookups;
import io.bellwether.probe.Obeys;
import io.bellwether.probe.ProbeContext;
import io.bellwether.probe.RegistrableName;
import io.bellwether.probe.Verdict;
import io.bellwether.probe.courtesy.CourteousWire;
import jakarta.inject.Singleton;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what protects a domain's mail. No mail server is contacted. */
@Singleton
final class MailProbe implements DailyProbe<MailProbe.Settings> {

    /** One name server that is silent must not cost the answers of all others. */
    private static final Duration SHARE = Duration.ofSeconds(3);

    /** So that {@code _mta-sts.} and the like still fit before it. */
    private static final int MOST_CHARACTERS = 230;

    /**
     * @param domain what stands after the @ of its addresses
     * @param selectors of the keys that it signs with, where they are known
     * @param sends whether it is known to send mail; what its records say when absent
     */
    record Settings(
            @NotNull @Size(max = MOST_CHARACTERS) @Obeys(RegistrableName.class)
            String domain,

            @Size(max = 10) @Nullable List<@NotNull @Obeys(Selector.class) String> selectors,

            @Nullable Boolean sends) {

        String name() {
            return domain.toLowerCase(Locale.ROOT);
        }

        List<String> selectorsOrNone() {
            return Objects.requireNonNullElse(selectors, List.<String>of()).stream()
                    .map(selector -> selector.toLowerCase(Locale.ROOT))
                    .distinct()
                    .toList();
        }
    }

    private final Lookups lookups;
    private final CourteousWire wire;
    private final MailAssessor assessor = new MailAssessor();

    MailProbe(Lookups lookups, CourteousWire wire) {
        this.lookups = lookups;
        this.wire = wire;
    }

    @Override
    public String kind() {
        return "mail";
    }

    @Override
    public String description() {
        return "Reads a domain's protection against forged mail: SPF, DMARC, DKIM keys, MTA-STS and TLS reporting.";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Verdict run(Settings settings, ProbeContext context) {
        String domain = settings.name();
        Recorder recorder = new Recorder(new DnsQuestions(lookups, context.deadline(), SHARE));
        DnsAnswer texts = recorder.ask(domain, "TXT");
        if (texts.absent() && !texts.exists()) {
            String reason = "There is no domain " + domain + "; check the name.";
            return unknown(Cause.NOT_CONFIGURED, evidence(settings, context, reason, recorder, null));
        }
        boolean announced = MailQuestions.ask(domain, settings.selectorsOrNone(), recorder);
        if (recorder.answers().stream().noneMatch(answer -> answer.unanswered() == null)) {
            String reason = Objects.requireNonNull(texts.unanswered());
            return unknown(Cause.DNS_FAILED, evidence(settings, context, reason, recorder, null));
        }
        URI address = URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt");
        PolicyDocument policy = announced ? PolicyFetch.of(address, wire, context.deadline()) : null;
        return judge(evidence(settings, context, null, recorder, policy));
    }

    Verdict judge(MailEvidence evidence) {
        Assessment assessment = assessor.assess(evidence);
        List<CheckResult> bad = assessment.results().stream()
                .filter(result -> result.outcome().bad())
                .toList();
        long unknown = assessment.results().stream()
                .filter(result -> !result.outcome().known())
                .count();
        String found = bad.isEmpty()
                ? "nothing to mend"
                : bad.stream().map(CheckResult::resultCode).collect(Collectors.joining(", "));
        String rest = unknown == 0
                ? ""
                : "; " + unknown + " of " + assessment.results().size() + " could not be told";
        return Verdict.of(Outcome.UP, Cause.OK, "Mail of " + evidence.domain() + ": " + found + rest + ".")
                .showing(evidence);
    }

    private static Verdict unknown(Cause cause, MailEvidence evidence) {
        return Verdict.of(Outcome.UNKNOWN, cause, Objects.requireNonNull(evidence.unknown()))
                .showing(evidence);
    }

    private static MailEvidence evidence(
            Settings settings,
            ProbeContext context,
            @Nullable String unknown,
            Recorder recorder,
            @Nullable PolicyDocument policy) {
        return new MailEvidence(
                settings.name(),
                context.startedAt(),
                unknown,
                settings.sends(),
                settings.selectorsOrNone(),
                recorder.answers(),
                policy);
    }
}

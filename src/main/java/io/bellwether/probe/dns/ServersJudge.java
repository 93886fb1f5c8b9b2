package io.bellwether.probe.dns;

import io.bellwether.core.Cause;
import io.bellwether.platform.egress.WireFailure;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.xbill.DNS.Rcode;

/** Judges what all servers of a zone said together. */
final class ServersJudge {

    private record Content(int code, Set<String> answers) {}

    private ServersJudge() {}

    static Sentence judge(DnsProbe.Settings settings, Survey survey) {
        Zone zone = survey.zone();
        List<Said> said = survey.said();
        Map<Content, List<Said>> contents = said.stream()
                .filter(one -> one.fault() == null)
                .collect(Collectors.groupingBy(ServersJudge::content, LinkedHashMap::new, Collectors.toList()));
        if (contents.isEmpty()) {
            return nobody(zone, said, survey.dnsIsOpen());
        }
        List<Reply> replies = replies(contents.values().stream().flatMap(List::stream));
        Reply first = replies.getFirst();
        if (first.answers().isEmpty() && first.alias() != null) {
            return Sentence.unknown(
                    Cause.NOT_CONFIGURED,
                    "The name " + first.question().subject() + " is an alias of " + first.alias()
                            + ", for which its servers do not answer; ask for that name, or for the CNAME.");
        }
        List<Sentence> sentences = replies.stream()
                .map(reply -> ReplyJudge.content(settings, reply))
                .sorted(Comparator.comparing(Sentence::outcome))
                .toList();
        if (contents.size() > 1 && sentences.getFirst().good()) {
            return Sentence.degraded(Cause.DNS_MISMATCH, disagreement(zone, first.question(), contents));
        }
        Sentence worst = sentences.getLast();
        return worst.good() ? withFaults(zone, said, worst) : worst;
    }

    private static Sentence nobody(Zone zone, List<Said> said, boolean dnsIsOpen) {
        List<Said> theirs = said.stream().filter(Said::theirs).toList();
        if (theirs.isEmpty()) {
            WireFailure ours = said.stream()
                    .map(Said::failure)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            return Sentence.unknown(ours.failureCause(), ours.reason());
        }
        String words = "No name server of " + name(zone) + " answers for it: " + faults(theirs);
        return dnsIsOpen || theirs.stream().anyMatch(one -> one.reply() != null)
                ? Sentence.down(Cause.NAME_SERVERS_FAILED, words)
                : Sentence.unknown(
                        Cause.DNS_FAILED,
                        words
                                + " Nor do those of the zone above: DNS may be closed from here to all but our resolver.");
    }

    /** A zone that some of its servers do not answer for works, but not as well as it should. */
    private static Sentence withFaults(Zone zone, List<Said> said, Sentence good) {
        List<Said> failing =
                said.stream().filter(one -> one.fault() != null && one.theirs()).toList();
        return failing.isEmpty()
                ? good
                : Sentence.degraded(
                        Cause.NAME_SERVERS_FAILED,
                        failing.size() + " of " + said.size() + " name servers of " + name(zone)
                                + " do not answer for it: " + faults(failing));
    }

    private static String disagreement(Zone zone, Question question, Map<Content, List<Said>> contents) {
        return "The name servers of " + name(zone) + " disagree about the " + question.words() + ": "
                + contents.values().stream().map(ServersJudge::claim).collect(Collectors.joining("; "))
                + ".";
    }

    private static String claim(List<Said> agreeing) {
        Reply reply = replies(agreeing.stream()).getFirst();
        List<String> answers =
                reply.answers().stream().map(Answer::shown).sorted().toList();
        String claim = reply.code() == Rcode.NXDOMAIN
                ? "no such name"
                : answers.isEmpty() ? "no such record" : Expectation.listed(answers);
        String servers = agreeing.stream().map(Said::server).collect(Collectors.joining(", "));
        return servers + (agreeing.size() == 1 ? " says " : " say ") + claim;
    }

    private static String faults(List<Said> failing) {
        return failing.stream().map(one -> one.server() + ": " + one.fault()).collect(Collectors.joining(" "));
    }

    private static Content content(Said one) {
        Reply reply = Objects.requireNonNull(one.reply());
        return new Content(reply.code(), reply.canonical());
    }

    private static List<Reply> replies(Stream<Said> said) {
        return said.map(Said::reply).filter(Objects::nonNull).toList();
    }

    private static String name(Zone zone) {
        return zone.apex().toString(true);
    }
}

package io.bellwether.probe.mail;

import io.bellwether.core.posture.mail.DnsAnswer;
import io.bellwether.core.posture.mail.Questions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Asks each question once and keeps the answer as evidence: what differs at each look or tells nothing of mail is left out,
 * and whoever asks gets no more than what is kept. What a vendor can make us ask and keep is limited.
 */
final class Recorder implements Questions {

    private static final int MOST_QUESTIONS = 120;
    private static final int MOST_VALUES = 20;
    private static final int MOST_CHARACTERS = 256 * 1024;
    private static final int LOOK_AT = 24;

    private final Questions dns;
    private final Map<String, DnsAnswer> kept = new LinkedHashMap<>();
    private int characters;

    Recorder(Questions dns) {
        this.dns = dns;
    }

    @Override
    public DnsAnswer ask(String name, String type) {
        String key = type + " " + DnsAnswer.plain(name);
        DnsAnswer known = kept.get(key);
        if (known != null) {
            return known;
        }
        if (kept.size() >= MOST_QUESTIONS || characters > MOST_CHARACTERS) {
            return DnsAnswer.unanswered(name, type, "The records lead to more than is looked at in one go.");
        }
        DnsAnswer answer = steady(dns.ask(name, type));
        characters += answer.values().stream().mapToInt(String::length).sum();
        kept.put(key, answer);
        return answer;
    }

    List<DnsAnswer> answers() {
        return new ArrayList<>(kept.values());
    }

    private static DnsAnswer steady(DnsAnswer answer) {
        List<String> values = answer.values().stream()
                .filter(value -> matters(answer, value))
                .sorted()
                .limit(MOST_VALUES)
                .toList();
        int records = switch (answer.type()) {
            case "MX" -> answer.records();
            case "TXT" -> values.size();
            default -> Math.min(1, answer.records());
        };
        return new DnsAnswer(answer.name(), answer.type(), answer.exists(), records, values, answer.unanswered());
    }

    /** Addresses come in another order and number each time; a domain's other texts are proofs of ownership and the like. */
    private static boolean matters(DnsAnswer answer, String value) {
        return switch (answer.type()) {
            case "MX" -> true;
            case "TXT" -> answer.name().startsWith("_") || answer.name().contains("._") || isAboutMail(value);
            default -> false;
        };
    }

    private static boolean isAboutMail(String text) {
        String begin = text.substring(0, Math.min(LOOK_AT, text.length())).toLowerCase(Locale.ROOT);
        return begin.contains("spf") || begin.contains("dmarc");
    }
}

package io.bellwether.config.imports.blackbox;

import io.bellwether.config.imports.Foreign;
import io.bellwether.config.imports.Found;
import io.bellwether.config.imports.Harvest;
import io.bellwether.config.imports.HostPort;
import io.bellwether.config.imports.Regexes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A module whose prober is {@code tcp}, {@code dns}, {@code icmp} or {@code grpc}. */
final class SocketModule {

    /** Asked for by a module of any prober, and not to be had. */
    private static final List<String> DETAILS =
            List.of("preferred_ip_protocol", "source_ip_address", "dont_fragment", "payload_size", "ttl");

    /** Answers are looked at line by line. */
    private static final String LINES = "(?m)";

    private static final List<String> VALIDATIONS = List.of(
            "validate_answer_rrs",
            "validate_authority_rrs",
            "validate_additional_rrs",
            "transport_protocol",
            "query_class");

    private final Foreign module;
    private final Harvest harvest;

    SocketModule(Foreign module, Harvest harvest) {
        this.module = module;
        this.harvest = harvest;
    }

    void read(Found frame, String target) {
        String prober = module.text("prober", "");
        Foreign settings = module.child(prober);
        if (settings.has("tls_config") || settings.has("dns_over_tls")) {
            harvest.lost(frame.path(), frame.name(), "Without the TLS settings of its module it would fail.");
            return;
        }
        Optional<HostPort> server = HostPort.parse(target);
        if (server.isEmpty() && (prober.equals("tcp") || prober.equals("grpc"))) {
            harvest.lost(frame.path(), frame.name(), "The target is not of the form host:port.");
            return;
        }
        for (String field : DETAILS) {
            if (settings.has(field)) {
                harvest.often(settings.at(field), field, "No setting says this.");
            }
        }
        switch (prober) {
            case "icmp" -> harvest.add(frame.as("icmp", Map.of("host", target)));
            case "dns" -> dns(frame, settings, target);
            case "grpc" -> harvest.add(frame.as("grpc", grpc(settings, server.orElseThrow())));
            case "tcp" -> tcp(frame, settings, server.orElseThrow());
            default -> harvest.lost(frame.path(), frame.name(), "No kind of probe is like the prober " + prober + ".");
        }
    }

    private static Map<String, Object> place(HostPort server) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("host", server.host());
        place.put("port", server.port());
        return place;
    }

    private static Map<String, Object> grpc(Foreign grpc, HostPort server) {
        Map<String, Object> settings = place(server);
        settings.put("tls", grpc.flag("tls", false));
        if (grpc.has("service")) {
            settings.put("service", grpc.text("service", ""));
        }
        return settings;
    }

    /** The target is the resolver that is asked. */
    private void dns(Found frame, Foreign dns, String target) {
        List<String> codes = dns.texts("valid_rcodes");
        if (!codes.isEmpty() && !codes.contains("NOERROR")) {
            harvest.lost(frame.path(), frame.name(), "A probe is DOWN when the name cannot be resolved.");
            return;
        }
        if (codes.size() > 1) {
            harvest.often(dns.at("valid_rcodes"), String.join(", ", codes), "Only NOERROR is well here.");
        }
        if (!dns.flag("recursion_desired", true)) {
            harvest.often(dns.at("recursion_desired"), "recursion_desired", "Resolvers are asked to recurse.");
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("name", dns.text("query_name", "").replaceFirst("(?<=.)\\.$", ""));
        settings.put("type", dns.text("query_type", "ANY"));
        settings.put("resolver", HostPort.nameServer(target));
        for (String field : VALIDATIONS) {
            boolean usual = List.of("udp", "IN").contains(dns.text(field, ""));
            if (dns.has(field) && !usual) {
                harvest.often(dns.at(field), field, "An answer is judged by its data; give them as expect.");
            }
        }
        harvest.add(frame.as("dns", settings));
    }

    private void tcp(Found frame, Foreign tcp, HostPort server) {
        Map<String, Object> settings = place(server);
        List<Foreign> talk = tcp.items("query_response");
        int upgrade = upgrade(talk);
        if (tcp.flag("tls", false)) {
            settings.put("tls", "DIRECT");
        } else if (upgrade >= 0) {
            String protocol = protocol(server.port());
            if (protocol.isEmpty()) {
                harvest.lost(frame.path(), frame.name(), "Which protocol begins TLS here cannot be told by the port.");
                return;
            }
            settings.put("tls", "STARTTLS");
            settings.put("protocol", protocol);
        }
        List<Map<String, Object>> steps = steps(talk.subList(upgrade + 1, talk.size()));
        if (!steps.isEmpty()) {
            settings.put("steps", steps);
        }
        harvest.add(frame.as("tcp", settings));
    }

    /** What is spoken in the clear at this port, empty when that is not usual. */
    private static String protocol(int port) {
        return switch (port) {
            case 25, 587, 2525 -> "SMTP";
            case 143 -> "IMAP";
            case 110 -> "POP3";
            case 21 -> "FTP";
            case 389 -> "LDAP";
            case 5222 -> "XMPP";
            case 5432 -> "POSTGRESQL";
            default -> "";
        };
    }

    /** Which step begins TLS, -1 for none. */
    private static int upgrade(List<Foreign> talk) {
        for (int index = 0; index < talk.size(); index++) {
            if (talk.get(index).flag("starttls", false)) {
                return index;
            }
        }
        return -1;
    }

    /** In each step of a module the answer is awaited first; in a step of ours something is said first. */
    private List<Map<String, Object>> steps(List<Foreign> talk) {
        List<Map<String, Object>> steps = new ArrayList<>();
        for (Foreign step : talk) {
            if (step.has("expect")) {
                String regex = step.text("expect", "");
                Regexes.java(regex)
                        .ifPresentOrElse(
                                java -> steps.add(Map.of("expect", LINES + java)),
                                () -> harvest.often(step.path(), regex, "This regular expression is not Java's."));
            }
            if (step.has("send")) {
                String line = step.text("send", "").replace("\\", "\\\\") + "\\n";
                steps.add(Map.of("send", line));
            }
        }
        return steps;
    }
}

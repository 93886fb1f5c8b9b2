package io.bellwether.config.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A host and a port, as in {@code example.com:443} or {@code [2001:db8::1]:443}. */
public record HostPort(String host, int port) {

    private static final Pattern FORM = Pattern.compile("(\\[[^]]+]|[^:/\\s]+):([0-9]{1,5})");

    public static Optional<HostPort> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new HostPort(form.group(1), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    /** A name server as {@code host:port}; its port is 53 unless it names another. */
    public static String nameServer(String text) {
        boolean bare = text.indexOf(':') != text.lastIndexOf(':') && !text.startsWith("[");
        String server = bare ? "[" + text + "]" : text;
        return FORM.matcher(server).matches() ? server : server + ":53";
    }
}

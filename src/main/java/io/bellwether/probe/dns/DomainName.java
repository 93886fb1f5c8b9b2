package io.bellwether.probe.dns;

import io.bellwether.probe.Rule;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Name;
import org.xbill.DNS.TextParseException;

/** A name that DNS can be asked for: a host, a service such as {@code _dmarc.example.com}, or {@code .} for the root. */
final class DomainName implements Rule<String> {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_*./-]{1,254}");

    @Override
    public @Nullable String fault(String name) {
        return PLAIN.matcher(name).matches() && readable(name)
                ? null
                : "Must be a domain name such as www.example.com, in its ASCII form.";
    }

    private static boolean readable(String name) {
        try {
            return Name.fromString(name, Name.root).isAbsolute();
        } catch (TextParseException e) {
            return false;
        }
    }
}

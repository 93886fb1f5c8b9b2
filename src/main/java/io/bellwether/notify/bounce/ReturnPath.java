package io.bellwether.notify.bounce;

import io.bellwether.platform.secret.Signer;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The envelope sender of a mail: an address of its own for each, so that whatever comes back says by where it comes to what it is
 * about (variable envelope return path). The token in it is signed, and nobody can make one up.
 */
@Singleton
public final class ReturnPath {

    private static final String PURPOSE = "return path";
    private static final int ID_DIGITS = 32;
    /** With the token it is as long as RFC 5321 (4.5.3.1.1) allows. */
    private static final int LONGEST_NAME = 15;

    private static final Pattern TOKEN = Pattern.compile("\\+([0-9a-f]{48})@", Pattern.CASE_INSENSITIVE);

    private final Signer signer;
    private final Optional<String> bounceAddress;
    private final Optional<String> plainAddress;

    /** @throws ConfigurationException when the address cannot take a token */
    ReturnPath(
            Signer signer,
            @ConfigProperty(name = "bellwether.mail.bounce-address") Optional<String> bounceAddress,
            @ConfigProperty(name = "quarkus.mailer.bounce-address") Optional<String> plainAddress) {
        this.signer = signer;
        this.bounceAddress = bounceAddress.map(ReturnPath::checked);
        this.plainAddress = plainAddress;
    }

    private static String checked(String address) {
        int at = address.lastIndexOf('@');
        if (at < 1 || at > LONGEST_NAME || at == address.length() - 1) {
            throw new ConfigurationException(
                    "BELLWETHER_MAIL_BOUNCE_ADDRESS must be an address such as bounces@example.org, with" + " at most "
                            + LONGEST_NAME + " characters before the @: each mail adds a token of its own to them.");
        }
        return address;
    }

    /** @param from what is used when no address for bounces is set */
    public String of(UUID message, String from) {
        return bounceAddress
                .map(address -> {
                    int at = address.lastIndexOf('@');
                    return address.substring(0, at) + "+" + token(message) + address.substring(at);
                })
                .or(() -> plainAddress)
                .orElse(from);
    }

    /** Which mail came back to one of these addresses; empty when none is one of ours. */
    Optional<UUID> message(String addresses) {
        Matcher token = TOKEN.matcher(addresses);
        while (token.find()) {
            String id = token.group(1).toLowerCase(Locale.ROOT).substring(0, ID_DIGITS);
            String signature = token.group(1).toLowerCase(Locale.ROOT).substring(ID_DIGITS);
            if (signer.signed(PURPOSE, id, signature)) {
                return Optional.of(
                        new UUID(Long.parseUnsignedLong(id, 0, 16, 16), Long.parseUnsignedLong(id, 16, ID_DIGITS, 16)));
            }
        }
        return Optional.empty();
    }

    private String token(UUID message) {
        String id = message.toString().replace("-", "");
        return id + signer.sign(PURPOSE, id);
    }
}

package io.bellwether.notify.digest;

import io.bellwether.platform.PublicUrl;
import io.bellwether.platform.secret.Vault;
import io.bellwether.platform.secret.VaultFailure;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Links by which one gives up a digest without signing in. They hold a sealed token: nobody can make one for somebody else, and
 * they do not show whom they are for. They hold for ever, since mail may be read late.
 */
@Singleton
class Unsubscribing {

    static final String PATH = "/unsubscribe/";

    private static final String PURPOSE = "unsubscribe";

    private final Vault vault;
    private final PublicUrl publicUrl;

    Unsubscribing(Vault vault, PublicUrl publicUrl) {
        this.vault = vault;
        this.publicUrl = publicUrl;
    }

    URI link(String email, Topic topic) {
        byte[] sealed = vault.seal(PURPOSE + "\n" + topic + "\n" + email).getBytes(StandardCharsets.UTF_8);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        return publicUrl.page(PATH + token);
    }

    /** Empty when it is no token of ours. */
    Optional<SubscriptionTable.Key> read(String token) {
        try {
            String sealed = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            String[] parts = Vault.isSealed(sealed) ? vault.open(sealed).split("\n", -1) : new String[0];
            if (parts.length != 3 || !parts[0].equals(PURPOSE)) {
                return Optional.empty();
            }
            return Optional.of(new SubscriptionTable.Key(parts[2], Topic.valueOf(parts[1])));
        } catch (IllegalArgumentException | VaultFailure e) {
            return Optional.empty();
        }
    }
}

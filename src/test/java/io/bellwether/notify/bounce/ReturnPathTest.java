package io.bellwether.notify.bounce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.platform.secret.TestVault;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    private static final UUID MAIL = UUID.fromString("f192f000-1234-7000-8000-00000000abcd");
    private static final String FROM = "bellwether@example.org";

    private final ReturnPath paths = paths("bounces@example.org");

    @Test
    void eachMailHasAReturnPathOfItsOwnThatIsKnownWhenItComesBack() {
        String path = paths.of(MAIL, FROM);

        assertThat(path)
                .startsWith("bounces+")
                .endsWith("@example.org")
                .isNotEqualTo(paths.of(UUID.randomUUID(), FROM));
        assertThat(path.indexOf('@')).isLessThanOrEqualTo(64);
        assertThat(paths.message("<" + path + ">")).contains(MAIL);
        assertThat(paths.message("ida@example.org, " + path.toUpperCase(Locale.ROOT)))
                .contains(MAIL);
    }

    @Test
    void aTokenThatWeDidNotSignIsNotOurs() {
        String path = paths.of(MAIL, FROM);
        char last = path.charAt(path.indexOf('@') - 1);
        String forged = path.replace(last + "@", (last == '0' ? '1' : '0') + "@");

        assertThat(paths.message(forged)).isEmpty();
        assertThat(paths.message("bounces@example.org")).isEmpty();
    }

    @Test
    void withoutAnAddressForBouncesTheyComeBackToTheSender() {
        ReturnPath none = new ReturnPath(TestVault.signer(), Optional.empty(), Optional.empty());

        assertThat(none.of(MAIL, FROM)).isEqualTo(FROM);
    }

    @Test
    void anAddressThatCannotTakeATokenIsUsedAsItIs() {
        ReturnPath plain = new ReturnPath(TestVault.signer(), Optional.empty(), Optional.of("returns@example.org"));

        assertThat(plain.of(MAIL, FROM)).isEqualTo("returns@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounces", "@example.org", "bounces@", "a-name-far-too-long@example.org"})
    void anAddressThatWillNotDoIsRefusedAtTheStart(String address) {
        assertThatThrownBy(() -> paths(address))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("BELLWETHER_MAIL_BOUNCE_ADDRESS");
    }

    private static ReturnPath paths(String address) {
        return new ReturnPath(TestVault.signer(), Optional.of(address), Optional.empty());
    }
}

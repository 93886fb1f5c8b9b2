package io.bellwether.platform.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {

    private static final String SECRET = "pässword 1";

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"", "a", SECRET, "sealed:1:x:y", "********"})
    void whatIsSealedOpensAgain(String secret) {
        Vault vault = TestVault.with(TestVault.KEY);

        String sealed = vault.seal(secret);

        assertThat(Vault.isSealed(sealed)).isTrue();
        assertThat(vault.open(sealed)).isEqualTo(secret);
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        Vault vault = TestVault.with(TestVault.KEY);

        assertThat(vault.seal(SECRET)).isNotEqualTo(vault.seal(SECRET)).doesNotContain(SECRET);
    }

    @Test
    void everyChangedByteIsNoticed() {
        Vault vault = TestVault.with(TestVault.KEY);
        String sealed = vault.seal(SECRET);
        int start = sealed.lastIndexOf(':') + 1;

        for (int i = start; i < sealed.length() - 2; i++) {
            char other = sealed.charAt(i) == 'A' ? 'B' : 'A';
            String changed = sealed.substring(0, i) + other + sealed.substring(i + 1);

            assertThatThrownBy(() -> vault.open(changed)).isInstanceOf(VaultFailure.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sealed:1:", "sealed:1:ab", "sealed:1::AAAA", "sealed:1:00000000:AAAA"})
    void whatWasNeverSealedDoesNotOpen(String text) {
        Vault vault = TestVault.with(TestVault.KEY);

        assertThatThrownBy(() -> vault.open(text)).isInstanceOf(VaultFailure.class);
    }

    @Test
    void anEarlierKeyStillOpensButNoLongerSeals() {
        String sealed = TestVault.with(TestVault.key(1)).seal(SECRET);
        Vault rotated = TestVault.with(TestVault.key(2), TestVault.key(1));

        assertThat(rotated.open(sealed)).isEqualTo(SECRET);
        assertThat(rotated.isCurrent(sealed)).isFalse();
        assertThat(rotated.isCurrent(rotated.seal(SECRET))).isTrue();
    }

    @Test
    void aMissingKeyIsNamedAndNothingElse() {
        String sealed = TestVault.with(TestVault.key(1)).seal(SECRET);

        VaultFailure failure = catchThrowableOfType(
                VaultFailure.class, () -> TestVault.with(TestVault.key(2)).open(sealed));

        assertThat(failure.reason())
                .contains(sealed.split(":", -1)[2], "BELLWETHER_SECRET_KEY")
                .doesNotContain(SECRET, TestVault.key(1), TestVault.key(2));
    }

    @Test
    void withoutAKeyOneIsMadeForTheOwnerAlone() throws IOException {
        String sealed = TestVault.keptIn(data.resolve("new")).seal(SECRET);
        Path file = data.resolve("new/secret.key");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(TestVault.keptIn(data.resolve("new")).open(sealed)).isEqualTo(SECRET);
        assertThat(file.getParent()).isDirectoryNotContaining(other -> !other.equals(file));
    }

    @Test
    void nothingIsMadeAsLongAsNothingIsSealed() {
        assertThatThrownBy(() -> TestVault.keptIn(data).open("sealed:1:00000000:AAAA"))
                .isInstanceOf(VaultFailure.class);

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void theMadeKeyStillOpensWhenAnotherIsConfigured() {
        String sealed = TestVault.keptIn(data).seal(SECRET);
        Vault configured = new Vault(new SecretKeys(Optional.of(TestVault.KEY), Optional.empty(), data));

        assertThat(configured.open(sealed)).isEqualTo(SECRET);
        assertThat(configured.isCurrent(sealed)).isFalse();
    }

    @Test
    void aBrokenKeyFileIsNotReplaced() throws IOException {
        Path file = Files.writeString(data.resolve("secret.key"), "nonsense");

        assertThatThrownBy(() -> TestVault.keptIn(data).seal(SECRET)).hasMessageContaining(file.toString());
        assertThat(file).hasContent("nonsense");
    }

    @Test
    void whereNoFileCanBeMadeTheSettingIsNamed() throws IOException {
        Path file = Files.createFile(data.resolve("file"));

        assertThatThrownBy(() -> TestVault.keptIn(file).seal(SECRET)).hasMessageContaining("BELLWETHER_SECRET_KEY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "AAAA", "not base64 at all!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="})
    void aKeyThatIsNoneKeepsTheApplicationFromStarting(String key) {
        assertThatThrownBy(() -> new SecretKeys(Optional.of(key), Optional.empty(), data))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("BELLWETHER_SECRET_KEY ")
                .hasMessageNotContaining(key);
        assertThatThrownBy(() -> new SecretKeys(Optional.empty(), Optional.of(List.of(key)), data))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("BELLWETHER_SECRET_KEYS_OLD ");
    }
}

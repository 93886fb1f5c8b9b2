package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bellwether.platform.secret.Secret;
import io.bellwether.platform.secret.TestVault;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSettingsTest {

    private static final Map<String, Object> OPEN = Map.of(
            "url", "https://a.example/",
            "password", "p-1",
            "login", Map.of("user", "u", "token", "t-1"),
            "headers", Map.of("X-Token", "h-1", "Accept", "text/html"),
            "parts", List.of(Map.of("user", "v", "token", "t-2")));

    private static final Map<String, Object> SHOWN = Map.of(
            "url", "https://a.example/",
            "password", "********",
            "login", Map.of("user", "u", "token", "********"),
            "headers", Map.of("X-Token", "********", "Accept", "text/html"),
            "parts", List.of(Map.of("user", "v", "token", "********")));

    private final SecretSettings secrets = TestVault.settings();

    record Login(String user, @Secret String token) {}

    record Sample(
            String url,
            @Secret @Nullable String password,
            @Nullable Login login,
            @Secret(keys = "(?i).*token") @Nullable Map<String, String> headers,
            @Nullable List<Login> parts) {}

    @Test
    void sealsEverySecretAndNothingElse() {
        Map<String, Object> sealed = secrets.sealed(Sample.class, OPEN, Map.of());

        assertThat(sealed.toString())
                .contains("https://a.example/", "text/html", "user=u", "user=v")
                .doesNotContain("p-1", "t-1", "t-2", "h-1");
        assertThat(secrets.opened(Sample.class, sealed)).isEqualTo(OPEN);
    }

    @Test
    void showsAMaskForEachSecretSealedOrNot() {
        Map<String, Object> sealed = secrets.sealed(Sample.class, OPEN, Map.of());

        assertThat(SecretSettings.shown(Sample.class, sealed)).isEqualTo(SHOWN);
        assertThat(SecretSettings.shown(Sample.class, OPEN)).isEqualTo(SHOWN);
        assertThat(SecretSettings.shown(sealed)).isEqualTo(SHOWN);
    }

    @Test
    void whatIsSentAsItWasShownStaysAsItIs() {
        Map<String, Object> stored = secrets.sealed(Sample.class, OPEN, Map.of());

        Map<String, Object> restored = secrets.restored(Sample.class, SHOWN, stored);

        assertThat(restored).isEqualTo(OPEN);
        assertThat(secrets.restored(Sample.class, stored, stored)).isEqualTo(OPEN);
        assertThat(secrets.sealed(Sample.class, restored, stored)).isEqualTo(stored);
    }

    @Test
    void aNewSecretReplacesTheOld() {
        Map<String, Object> stored = secrets.sealed(Sample.class, OPEN, Map.of());
        Map<String, Object> given = Map.of("password", "p-2", "login", Map.of("user", "u", "token", "********"));

        Map<String, Object> sealed =
                secrets.sealed(Sample.class, secrets.restored(Sample.class, given, stored), stored);

        assertThat(secrets.opened(Sample.class, sealed))
                .isEqualTo(Map.of("password", "p-2", "login", Map.of("user", "u", "token", "t-1")));
        assertThat(sealed.get("login")).isEqualTo(stored.get("login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"********", "sealed:1:00000000:AAAA"})
    void aMaskForNothingAndAStoredFormAreRefusedByName(String value) {
        Map<String, Object> given = Map.of("parts", List.of(Map.of("user", "v", "token", value)));

        Problem problem = catchThrowableOfType(Problem.class, () -> secrets.restored(Sample.class, given, Map.of()));

        assertThat(problem.status()).isEqualTo(400);
        assertThat(problem.errors()).extracting(Problem.FieldError::pointer).containsExactly("/settings/parts/0/token");
    }

    @Test
    void valuesOfTheWrongTypeAreLeftToWhoChecksTypes() {
        Map<String, Object> odd = Map.of("password", 1, "login", "x", "headers", List.of(), "parts", Map.of());

        assertThat(secrets.sealed(Sample.class, odd, Map.of())).isEqualTo(odd);
    }

    record Several(
            @Secret Map<String, String> all,
            @Secret(keys = "a") Map<String, String> some) {}

    @Test
    void theSchemaSaysSoOfAMapThatIsWhollySecret() {
        assertThat(new Schemas(TestJson.json())
                        .of(Several.class)
                        .get("properties")
                        .toString())
                .isEqualTo("{all={type=object, additionalProperties={type=string, writeOnly=true, format=password},"
                        + " writeOnly=true}, some={type=object, additionalProperties={type=string}}}");
    }

    @Test
    void theSchemaSaysThatASecretIsWrittenOnly() {
        Map<String, Object> schema = new Schemas(TestJson.json()).of(Login.class);

        assertThat(schema.get("properties"))
                .isEqualTo(Map.of(
                        "user", Map.of("type", "string"),
                        "token", Map.of("type", "string", "format", "password", "writeOnly", true)));
    }
}

package io.bellwether.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewVendorTest {

    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.com", "http://example.com:8080/a?b=c", "HTTPS://EXAMPLE.COM/", "http://[::1]/"})
    void aWebsiteIsAUrlOfTheWeb(String website) {
        assertThat(faults(website(website))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "file:///etc/passwd",
                "ftp://example.com/",
                "javascript:alert(1)",
                "https://",
                "https:///path",
                "https://user:secret@example.com/",
                "https://exa mple.com/",
                "https:example.com"
            })
    void anythingElseIsNoWebsite(String website) {
        assertThat(faults(website(website))).containsExactly("website");
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.com", "a.b-c.example.co.uk", "xn--bcher-kva.example", "EXAMPLE.COM"})
    void aDomainIsAHostName(String domain) {
        assertThat(faults(domain(domain))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "https://example.com", "example.com/", "-a.com", "a..com", "1.2.3.4", "a b.com"
            })
    void anythingElseIsNoDomain(String domain) {
        assertThat(faults(domain(domain))).isNotEmpty().allMatch(path -> path.startsWith("domains[0]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a-b", "0", "a--b"})
    void aSlugMayBeGiven(String slug) {
        assertThat(faults(slug(slug))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                "a-",
                "A",
                "a_b",
                "a/b",
                "ä",
                "1234567890123456789012345678901234567890123456789012345678901234"
            })
    void aSlugIsLowerCaseLettersDigitsAndInnerHyphens(String slug) {
        assertThat(faults(slug(slug))).containsExactly("slug");
    }

    private static Stream<String> faults(NewVendor vendor) {
        return VALIDATOR.validate(vendor).stream()
                .map(ConstraintViolation::getPropertyPath)
                .map(String::valueOf);
    }

    private static NewVendor website(String website) {
        return new NewVendor("Acme", null, website, null, null, null, null, null, null);
    }

    private static NewVendor domain(String domain) {
        return new NewVendor("Acme", null, null, null, null, List.of(domain), null, null, null);
    }

    private static NewVendor slug(String slug) {
        return new NewVendor("Acme", slug, null, null, null, null, null, null, null);
    }
}

package io.bellwether.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.platform.Problem;
import io.bellwether.platform.Sessions;
import jakarta.ws.rs.core.Cookie;
import org.junit.jupiter.api.Test;

class FormGuardTest {

    private final FormGuard guard = new FormGuard();
    private final Cookie mine = session("mine");

    @Test
    void acceptsTheKeyOfTheSameSession() {
        assertThatCode(() -> guard.check(guard.key(mine), mine)).doesNotThrowAnyException();
    }

    @Test
    void refusesTheKeyOfAnotherSession() {
        assertThatThrownBy(() -> guard.check(guard.key(session("other")), mine)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesAMissingKeyAndAMissingSession() {
        assertThatThrownBy(() -> guard.check(null, mine)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> guard.check("", null)).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> guard.check(guard.key(null), null)).isInstanceOf(Problem.class);
    }

    @Test
    void doesNotShowTheSessionInTheKey() {
        assertThat(guard.key(mine)).hasSize(64).doesNotContain("mine");
    }

    private static Cookie session(String value) {
        return new Cookie.Builder(Sessions.COOKIE).value(value).build();
    }
}

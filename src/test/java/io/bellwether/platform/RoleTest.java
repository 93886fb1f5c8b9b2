package io.bellwether.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void eachRoleHoldsTheOnesBeforeIt() {
        assertThat(Role.VIEWER.held()).containsExactlyInAnyOrder("VIEWER");
        assertThat(Role.OWNER.held()).containsExactlyInAnyOrder("VIEWER", "OWNER");
        assertThat(Role.OPERATOR.held()).containsExactlyInAnyOrder("VIEWER", "OWNER", "OPERATOR");
        assertThat(Role.ADMIN.held()).containsExactlyInAnyOrder("VIEWER", "OWNER", "OPERATOR", "ADMIN");
    }

    @Test
    void theConstantsAreTheNames() {
        assertThat(Arrays.stream(Role.Names.class.getFields()).map(Field::getName))
                .containsExactlyInAnyOrderElementsOf(Role.ADMIN.held());
        assertThat(Arrays.stream(Role.Names.class.getFields()))
                .allSatisfy(field -> assertThat(field.get(null)).isEqualTo(field.getName()));
    }
}

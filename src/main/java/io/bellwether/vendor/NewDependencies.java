package io.bellwether.vendor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a vendor's service rests on.
 *
 * @param dependsOn slugs of other vendors; empty for nothing that is known
 */
record NewDependencies(@NotNull @Size(max = 50) List<@NotNull String> dependsOn) {}

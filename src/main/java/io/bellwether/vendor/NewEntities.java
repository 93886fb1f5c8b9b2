package io.bellwether.vendor;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Who stands behind a vendor in law.
 *
 * @param entities all of them; without a contracting one, it stays who it is by the vendor's {@code legalEntity}
 */
public record NewEntities(@NotNull @Size(max = 20) List<@NotNull @Valid VendorEntity> entities) {}

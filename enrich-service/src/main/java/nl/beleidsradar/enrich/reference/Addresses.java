package nl.beleidsradar.enrich.reference;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/** Where documents are published, by their kind; of several the first that fits counts. */
final class Addresses {

    private final Map<ReferenceKind, List<Address>> byKind;

    Addresses(List<Address> addresses) {
        this.byKind =
                addresses.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Address::kind,
                                        () -> new EnumMap<>(ReferenceKind.class),
                                        Collectors.toList()));
    }

    /** Null where no address follows from the canonical form. */
    @Nullable String of(Target target) {
        for (Address address : byKind.getOrDefault(target.kind(), List.of())) {
            Optional<String> url = address.of(target);
            if (url.isPresent()) {
                return url.get();
            }
        }
        return null;
    }
}

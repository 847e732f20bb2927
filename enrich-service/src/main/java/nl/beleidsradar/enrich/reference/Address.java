package nl.beleidsradar.enrich.reference;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.ReferenceKind;
import org.jspecify.annotations.Nullable;

/**
 * Where the documents of one kind are published.
 *
 * @param canonical which canonical forms of the kind; its groups fill the address
 */
record Address(ReferenceKind kind, Pattern canonical, Template address) {

    Optional<String> of(Target target) {
        if (target.kind() != kind) {
            return Optional.empty();
        }
        Matcher matcher = canonical.matcher(target.canonical());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.of(address.filled(name -> group(matcher, name)));
    }

    private static @Nullable String group(Matcher matcher, String name) {
        return name.equals("canonical") ? matcher.group() : matcher.group(name);
    }
}

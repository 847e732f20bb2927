package nl.beleidsradar.search.match;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import nl.beleidsradar.contract.Strength;
import nl.beleidsradar.contract.alert.Channel;
import nl.beleidsradar.contract.alert.Follow;
import nl.beleidsradar.contract.alert.Frequency;
import nl.beleidsradar.contract.alert.Subscription;

/**
 * Subscriptions on two or three Dutch words that stand in the documents, a fifth of them with a
 * filter; one seed always gives the same.
 */
final class MadeSubscriptions {

    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}]+");
    private static final int SHORTEST = 4;

    /** Words of every text, that nobody would follow. */
    private static final double COMMON = 0.0005;

    private final SplittableRandom random = new SplittableRandom(20261121);
    private final List<String> words;

    MadeSubscriptions(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String[] all = NOT_WORD.split(text);
        for (String word : all) {
            if (word.length() >= SHORTEST) {
                counts.merge(word, 1, Integer::sum);
            }
        }
        words =
                counts.entrySet().stream()
                        .filter(e -> e.getValue() < COMMON * all.length)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
    }

    /**
     * @param prefix of their ids
     */
    List<Subscription> make(String prefix, int number) {
        List<Subscription> made = new ArrayList<>(number);
        for (int i = 0; i < number; i++) {
            made.add(one(prefix, i));
        }
        return made;
    }

    private Subscription one(String prefix, int i) {
        String joint = random.nextInt(5) == 0 ? " OR " : " ";
        String query = word() + joint + word() + (random.nextBoolean() ? "" : " " + word());
        int filter = random.nextInt(10);
        return new Subscription(
                prefix + i,
                "owner" + i % 1_000,
                "made",
                new Follow(
                        null,
                        query,
                        null,
                        null,
                        filter == 0 ? "folder" : null,
                        filter == 1 ? "kamerbrief" : null),
                filter == 2 ? Strength.SECTION : null,
                new Channel(Channel.Kind.INBOX, null, null, List.of()),
                Frequency.IMMEDIATE,
                false,
                Subscription.State.ACTIVE,
                null,
                1,
                CREATED,
                CREATED,
                "token");
    }

    private String word() {
        return words.get(random.nextInt(words.size()));
    }
}

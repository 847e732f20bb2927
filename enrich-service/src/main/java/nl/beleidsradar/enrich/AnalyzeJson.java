package nl.beleidsradar.enrich;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import nl.beleidsradar.contract.Reference;
import nl.beleidsradar.contract.ThemeTag;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of command line and endpoint: one reading, one writing, so that they cannot differ. */
final class AnalyzeJson {

    private final JsonMapper mapper;

    /**
     * @param maxText longest text, in UTF-16 units
     */
    AnalyzeJson(int maxText) {
        StreamReadConstraints limits =
                StreamReadConstraints.builder()
                        .maxStringLength(maxText)
                        .maxNestingDepth(50)
                        .build();
        mapper =
                JsonMapper.builder(JsonFactory.builder().streamReadConstraints(limits).build())
                        .changeDefaultPropertyInclusion(
                                i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
                        .build();
    }

    /**
     * @param idField name of the field that holds the document's id
     * @throws IllegalArgumentException if it is not JSON or a field cannot be used
     */
    AnalyzeInput read(byte[] json, String idField) {
        JsonNode node = tree(json);
        if (!node.isObject()) {
            throw new IllegalArgumentException("expected a JSON object");
        }
        return AnalyzeInput.of(
                text(node, idField),
                text(node, "title"),
                text(node, "text"),
                text(node, "published"));
    }

    byte[] write(@Nullable String id, Findings findings) {
        return mapper.writeValueAsBytes(new Result(id, findings.themes(), findings.references()));
    }

    private JsonNode tree(byte[] json) {
        try {
            return mapper.readTree(json);
        } catch (JacksonException e) {
            // The full message would repeat the input.
            throw new IllegalArgumentException("not valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static @Nullable String text(JsonNode object, String field) {
        JsonNode node = object.get(field);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isString()) {
            throw new IllegalArgumentException(field + " must be a string");
        }
        return node.stringValue();
    }

    private record Result(@Nullable String id, List<ThemeTag> themes, List<Reference> references) {}
}

package nl.beleidsradar.search.web;

import nl.beleidsradar.search.proof.CanaryReport;
import nl.beleidsradar.search.proof.ProofSchedule;
import nl.beleidsradar.search.proof.SweepReport;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Whether alerting works: the last probe and the last sweep. */
@RestController
final class ProofApi {

    private final ProofSchedule proof;

    ProofApi(ProofSchedule proof) {
        this.proof = proof;
    }

    /**
     * @param sweep null before the first
     */
    record Found(CanaryReport canary, @Nullable SweepReport sweep) {}

    @GetMapping("/api/proof")
    Found proof() {
        return new Found(proof.canary(), proof.swept().orElse(null));
    }

    /** Sweeps now and answers when it is done. */
    @PostMapping("/api/proof/sweep")
    SweepReport sweep() {
        return proof.sweep()
                .orElseThrow(() ->
                        new ResponseStatusException(
                                HttpStatus.CONFLICT, "a sweep is under way already"));
    }
}

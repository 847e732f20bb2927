package nl.beleidsradar.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WithdrawalsTest {

    private final Withdrawals withdrawals = new Withdrawals();

    @Test
    void aPageAskedForBeforeIsOvertakenAndOneAskedForLaterIsNot() {
        long before = withdrawals.begin();
        withdrawals.add("tk:a");
        long after = withdrawals.begin();
        assertThat(withdrawals.isSince(before, "tk:a")).isTrue();
        assertThat(withdrawals.isSince(before, "tk:b")).isFalse();
        assertThat(withdrawals.isSince(after, "tk:a")).isFalse();
    }

    @Test
    void nothingIsRememberedLongerThanAPageThatItMattersTo() {
        withdrawals.add("tk:nobody-reads");
        assertThat(withdrawals.size()).isZero();
        long old = withdrawals.begin();
        withdrawals.add("tk:a");
        long young = withdrawals.begin();
        withdrawals.add("tk:b");
        withdrawals.end(old);
        assertThat(withdrawals.size()).isEqualTo(1);
        assertThat(withdrawals.isSince(young, "tk:b")).isTrue();
        withdrawals.end(young);
        assertThat(withdrawals.size()).isZero();
    }
}

/// Accounts, lots and balanced postings; balances folded from postings.
@NullMarked
package io.huitai.ledger;

import org.jspecify.annotations.NullMarked;

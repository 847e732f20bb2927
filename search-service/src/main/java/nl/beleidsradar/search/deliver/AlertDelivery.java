package nl.beleidsradar.search.deliver;

import nl.beleidsradar.contract.alert.Channel;

/** One kind of channel: takes a message to its receiver, within a time, on the caller's thread. */
interface AlertDelivery {

    Channel.Kind kind();

    Attempt deliver(Letter letter);
}

/**
 * The exported tables of a co-op with their columns. A column is exported only when it is named here, so that no secret
 * (an order's token, a calendar's address, an invitation's code) is exported by accident.
 */
export const EXPORTED: Readonly<Record<string, string>> = {
  member_classes: 'tenant_id id key name weight',
  members:
    'tenant_id id person_id class_id display_name email locale about photo_id state state_reason works joined_at left_at profile_version week_version',
  offices: 'tenant_id member_id office since',
  invitations:
    'tenant_id id email name class_id founding invited_by created_at expires_at accepted_at withdrawn_at',
  charter_versions: 'tenant_id version clauses hash adopted_at proposal_id reason',
  ratifications: 'tenant_id version clause_key member_id at',
  storefronts:
    'tenant_id headline lead about area since_year contact_email contact_phone updated_at version',
  activities: 'tenant_id id at member_id actor_name act detail',
  listings:
    'tenant_id id slug kind title summary body state fields from_minor from_minutes sample position created_by created_at updated_at published_at version',
  listing_photos: 'tenant_id id listing_id file_id alt position',
  files: 'tenant_id id key mime bytes width height thumbhash created_at created_by',
  availability_rules: 'tenant_id id member_id weekday from_minute until_minute',
  availability_exceptions: 'tenant_id id member_id on_date kind from_minute until_minute note',
  customers: 'tenant_id id person_id name email phone locale created_at',
  orders: `tenant_id id code customer_id state charter_version split currency total_minor locale placed_at hold_until
    paid_at`,
  order_items: `tenant_id id order_id position listing_id kind title choices state quoted_minor most_minor final_minor
    settled_at cancelled_at cancelled_by cancel_reason`,
  order_lines: 'tenant_id item_id phase position kind key label quantity amount_minor purpose',
  order_earners: 'tenant_id item_id member_id weight since until',
  order_visits: 'tenant_id item_id team_size work_minutes starts_at ends_at address notes changes',
  bookings: 'tenant_id id item_id member_id during state accepted_at checked_in_at checked_out_at',
  payments: `tenant_id id order_id rail account processor_ref state currency amount_minor fee_minor refunded_minor failure
    started_at checked_at captured_at`,
  refunds:
    'tenant_id id payment_id order_id item_id amount_minor reason state processor_ref asked_at done_at',
  reviews:
    'tenant_id id item_id listing_id customer_name stars body created_at answer answered_by answered_at',
  ledger_accounts: 'tenant_id code kind member_id currency guarded balance_minor',
  ledger_journals: 'tenant_id id occasion payload_hash kind currency order_id item_id at posted_at',
  ledger_entries: 'tenant_id journal_id position account_code currency minor',
  proposals: `tenant_id id number title body author_id clause_key amendment base_version direction method secret quorum_bp
    majority_bp over_half_of_members state impact raised_at opens_at closes_at opened_at closed_at effective_at
    in_force_at in_force_version sunset_at tally reading readings reverts_to renews_id followed_by reminded_at lapsed_at`,
  readings: 'tenant_id proposal_id reading opened_at closed_at tally',
  electors: 'tenant_id proposal_id reading member_id weight voted_at',
  ballots: 'tenant_id proposal_id reading id member_id choice reason weight cast_at',
  comments: 'tenant_id id proposal_id member_id body at',
}

/** The columns of those tables that are not exported, with the reason. Every column is in one of the two lists. */
export const WITHHELD: Readonly<Record<string, string>> = {
  'electors.encrypted': 'the ballot of a secret vote that is open',
  'invitations.token_hash': 'the code of an invitation',
  'listings.search': 'made from the other columns',
  'members.feed_token': 'opens a member’s calendar',
  'orders.checkout_key': 'opens the order that a form has placed',
  'orders.token': 'opens the customer’s page of an order',
  'payments.pay_url': 'opens the page where an order is paid',
  'payments.session': 'stands in the address of the page where an order is paid',
}

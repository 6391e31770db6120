import type { UpdateKind } from '../simulator/update-queue.ts';

/** What each kind of update holds; the types are in `SHAPES`. A kind that the library learns and this does not fails the type check. */
export const KINDS = {
  message: 'Message',
  edited_message: 'Message',
  channel_post: 'Message',
  edited_channel_post: 'Message',
  business_connection: 'BusinessConnection',
  business_message: 'Message',
  edited_business_message: 'Message',
  deleted_business_messages: 'BusinessMessagesDeleted',
  guest_message: 'Message',
  stopped_message_generation: 'MessageGenerationStopped',
  message_reaction: 'MessageReactionUpdated',
  message_reaction_count: 'MessageReactionCountUpdated',
  inline_query: 'InlineQuery',
  chosen_inline_result: 'ChosenInlineResult',
  callback_query: 'CallbackQuery',
  shipping_query: 'ShippingQuery',
  pre_checkout_query: 'PreCheckoutQuery',
  purchased_paid_media: 'PaidMediaPurchased',
  poll: 'Poll',
  poll_answer: 'PollAnswer',
  my_chat_member: 'ChatMemberUpdated',
  chat_member: 'ChatMemberUpdated',
  chat_join_request: 'ChatJoinRequest',
  chat_boost: 'ChatBoostUpdated',
  removed_chat_boost: 'ChatBoostRemoved',
  managed_bot: 'ManagedBotUpdated',
  subscription: 'BotSubscriptionUpdated',
} as const satisfies Record<UpdateKind, string>;

/**
 * Who and where, by the names of the Bot API 10.1: `name:type`, `?` may be missing, `[]` a list; i whole number, f number, s text, b yes or
 * no, `any` something; alternatives by `|`.
 */
export const PARTIES: Record<string, string> = {
  BusinessConnection: 'id:s user:User user_chat_id:i date:i rights?:any is_enabled:b',
  BusinessMessagesDeleted: 'business_connection_id:s chat:Chat message_ids:i[]',
  MessageReactionUpdated: `
    chat:Chat message_id:i user?:User actor_chat?:Chat date:i old_reaction:ReactionType[]
    new_reaction:ReactionType[]`,
  MessageReactionCountUpdated: 'chat:Chat message_id:i date:i reactions:ReactionCount[]',
  InlineQuery: 'id:s from:User query:s offset:s chat_type?:s location?:Location',
  ChosenInlineResult: 'result_id:s from:User location?:Location inline_message_id?:s query:s',
  CallbackQuery: `
    id:s from:User message?:MaybeInaccessibleMessage inline_message_id?:s chat_instance:s data?:s
    game_short_name?:s`,
  ShippingQuery: 'id:s from:User invoice_payload:s shipping_address:ShippingAddress',
  PreCheckoutQuery:
    'id:s from:User currency:s total_amount:i invoice_payload:s shipping_option_id?:s order_info?:any',
  PaidMediaPurchased: 'from:User paid_media_payload:s',
  PollAnswer: 'poll_id:s voter_chat?:Chat user?:User option_ids:i[] option_persistent_ids:s[]',
  ChatMemberUpdated: `
    chat:Chat from:User date:i old_chat_member:ChatMember new_chat_member:ChatMember
    invite_link?:ChatInviteLink via_join_request?:b via_chat_folder_invite_link?:b`,
  ChatJoinRequest: 'chat:Chat from:User user_chat_id:i date:i bio?:s invite_link?:ChatInviteLink query_id?:s',
  ChatBoostUpdated: 'chat:Chat boost:ChatBoost',
  ChatBoostRemoved: 'chat:Chat boost_id:s remove_date:i source:ChatBoostSource',
  ManagedBotUpdated: 'user:User bot:User',
  User: `
    id:i is_bot:b first_name:s last_name?:s username?:s language_code?:s is_premium?:b
    added_to_attachment_menu?:b can_join_groups?:b can_read_all_group_messages?:b
    supports_guest_queries?:b supports_inline_queries?:b can_connect_to_business?:b
    has_main_web_app?:b has_topics_enabled?:b allows_users_to_create_topics?:b can_manage_bots?:b
    supports_join_request_queries?:b`,
  Chat: 'id:i type:s title?:s username?:s first_name?:s last_name?:s is_forum?:b is_direct_messages?:b',
  Location:
    'latitude:f longitude:f horizontal_accuracy?:f live_period?:i heading?:i proximity_alert_radius?:i',
  MaybeInaccessibleMessage: 'Message | InaccessibleMessage',
  ReactionType: 'ReactionTypeEmoji | ReactionTypeCustomEmoji | ReactionTypePaid',
  ReactionCount: 'type:ReactionType total_count:i',
  ShippingAddress: 'country_code:s state:s city:s street_line1:s street_line2:s post_code:s',
  ChatMember:
    'ChatMemberOwner | ChatMemberAdministrator | ChatMemberMember | ChatMemberRestricted | ChatMemberLeft | ChatMemberBanned',
  ChatInviteLink: `
    invite_link:s creator:User creates_join_request:b is_primary:b is_revoked:b name?:s expire_date?:i
    member_limit?:i pending_join_request_count?:i subscription_period?:i subscription_price?:i`,
  ChatBoost: 'boost_id:s add_date:i expiration_date:i source:ChatBoostSource',
  ChatBoostSource: 'ChatBoostSourcePremium | ChatBoostSourceGiftCode | ChatBoostSourceGiveaway',
  InaccessibleMessage: 'chat:Chat message_id:i date:i',
  ReactionTypeEmoji: 'type:s emoji:s',
  ReactionTypeCustomEmoji: 'type:s custom_emoji_id:s',
  ReactionTypePaid: 'type:s',
  ChatMemberOwner: 'status:s user:User is_anonymous:b custom_title?:s',
  ChatMemberAdministrator: 'status:s user:User can_be_edited:b is_anonymous:b custom_title?:s',
  ChatMemberMember: 'status:s tag?:s user:User until_date?:i',
  ChatMemberRestricted: 'status:s tag?:s user:User is_member:b until_date:i',
  ChatMemberLeft: 'status:s user:User',
  ChatMemberBanned: 'status:s user:User until_date:i',
  ChatBoostSourcePremium: 'source:s user:User',
  ChatBoostSourceGiftCode: 'source:s user:User',
  ChatBoostSourceGiveaway: 'source:s giveaway_message_id:i user?:User prize_star_count?:i is_unclaimed?:b',
  MessageGenerationStopped: 'chat:Chat message_thread_id?:i draft_id:i',
  BotSubscriptionUpdated: 'user:User invoice_payload:s state:s',
};

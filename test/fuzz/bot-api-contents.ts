/** What a message can be, by the names of the Bot API 10.1; written as in `PARTIES`. */
export const CONTENTS: Record<string, string> = {
  Message: `
    message_id:i message_thread_id?:i direct_messages_topic?:DirectMessagesTopic from?:User
    sender_chat?:Chat sender_boost_count?:i sender_business_bot?:User sender_tag?:s date:i
    guest_query_id?:s business_connection_id?:s chat:Chat forward_origin?:MessageOrigin
    is_topic_message?:b is_automatic_forward?:b reply_to_message?:Message external_reply?:any
    quote?:TextQuote reply_to_story?:Story reply_to_checklist_task_id?:i reply_to_poll_option_id?:s
    via_bot?:User guest_bot_caller_user?:User guest_bot_caller_chat?:Chat edit_date?:i
    has_protected_content?:b is_from_offline?:b is_paid_post?:b media_group_id?:s author_signature?:s
    paid_star_count?:i text?:s entities?:MessageEntity[] link_preview_options?:LinkPreviewOptions
    suggested_post_info?:SuggestedPostInfo effect_id?:s rich_message?:any animation?:Animation
    audio?:Audio document?:Document live_photo?:LivePhoto paid_media?:PaidMediaInfo photo?:PhotoSize[]
    sticker?:Sticker story?:Story video?:Video video_note?:VideoNote voice?:Voice caption?:s
    caption_entities?:MessageEntity[] show_caption_above_media?:b has_media_spoiler?:b
    checklist?:Checklist contact?:Contact dice?:Dice game?:Game poll?:Poll venue?:Venue
    location?:Location new_chat_members?:User[] left_chat_member?:User chat_owner_left?:ChatOwnerLeft
    chat_owner_changed?:ChatOwnerChanged new_chat_title?:s new_chat_photo?:PhotoSize[]
    delete_chat_photo?:b group_chat_created?:b supergroup_chat_created?:b channel_chat_created?:b
    message_auto_delete_timer_changed?:MessageAutoDeleteTimerChanged migrate_to_chat_id?:i
    migrate_from_chat_id?:i pinned_message?:MaybeInaccessibleMessage invoice?:Invoice
    successful_payment?:SuccessfulPayment refunded_payment?:RefundedPayment users_shared?:UsersShared
    chat_shared?:ChatShared gift?:any unique_gift?:any gift_upgrade_sent?:any connected_website?:s
    write_access_allowed?:WriteAccessAllowed passport_data?:any
    proximity_alert_triggered?:ProximityAlertTriggered boost_added?:ChatBoostAdded
    chat_background_set?:any checklist_tasks_done?:ChecklistTasksDone
    checklist_tasks_added?:ChecklistTasksAdded direct_message_price_changed?:DirectMessagePriceChanged
    forum_topic_created?:ForumTopicCreated forum_topic_edited?:ForumTopicEdited
    forum_topic_closed?:ForumTopicClosed forum_topic_reopened?:ForumTopicReopened
    general_forum_topic_hidden?:GeneralForumTopicHidden
    general_forum_topic_unhidden?:GeneralForumTopicUnhidden giveaway_created?:GiveawayCreated
    giveaway?:Giveaway giveaway_winners?:GiveawayWinners giveaway_completed?:GiveawayCompleted
    managed_bot_created?:ManagedBotCreated paid_message_price_changed?:PaidMessagePriceChanged
    poll_option_added?:PollOptionAdded poll_option_deleted?:PollOptionDeleted
    suggested_post_approved?:SuggestedPostApproved
    suggested_post_approval_failed?:SuggestedPostApprovalFailed
    suggested_post_declined?:SuggestedPostDeclined suggested_post_paid?:SuggestedPostPaid
    suggested_post_refunded?:SuggestedPostRefunded video_chat_scheduled?:VideoChatScheduled
    video_chat_started?:VideoChatStarted video_chat_ended?:VideoChatEnded
    video_chat_participants_invited?:VideoChatParticipantsInvited web_app_data?:WebAppData
    reply_markup?:any`,
  Poll: `
    id:s question:s question_entities?:MessageEntity[] options:PollOption[] total_voter_count:i
    is_closed:b is_anonymous:b type:s allows_multiple_answers:b allows_revoting:b members_only:b
    country_codes?:s[] correct_option_ids?:i[] explanation?:s explanation_entities?:MessageEntity[]
    explanation_media?:any open_period?:i close_date?:i description?:s
    description_entities?:MessageEntity[] media?:any`,
  DirectMessagesTopic: 'topic_id:i user?:User',
  MessageOrigin: 'MessageOriginUser | MessageOriginHiddenUser | MessageOriginChat | MessageOriginChannel',
  TextQuote: 'text:s entities?:MessageEntity[] position:i is_manual?:b',
  Story: 'chat:Chat id:i',
  MessageEntity: `
    type:s offset:i length:i url?:s user?:User language?:s custom_emoji_id?:s unix_time?:i
    date_time_format?:s`,
  LinkPreviewOptions: 'is_disabled?:b url?:s prefer_small_media?:b prefer_large_media?:b show_above_text?:b',
  SuggestedPostInfo: 'state:s price?:any send_date?:i',
  Animation: `
    file_id:s file_unique_id:s width:i height:i duration:i thumbnail?:PhotoSize file_name?:s
    mime_type?:s file_size?:i`,
  Audio: `
    file_id:s file_unique_id:s duration:i performer?:s title?:s file_name?:s mime_type?:s file_size?:i
    thumbnail?:PhotoSize`,
  Document: 'file_id:s file_unique_id:s thumbnail?:PhotoSize file_name?:s mime_type?:s file_size?:i',
  LivePhoto: `
    photo?:PhotoSize[] file_id:s file_unique_id:s width:i height:i duration:i mime_type?:s
    file_size?:i`,
  PaidMediaInfo: 'star_count:i paid_media:PaidMedia[]',
  PhotoSize: 'file_id:s file_unique_id:s width:i height:i file_size?:i',
  Sticker: `
    file_id:s file_unique_id:s type:s width:i height:i is_animated:b is_video:b thumbnail?:PhotoSize
    emoji?:s set_name?:s premium_animation?:any mask_position?:any custom_emoji_id?:s
    needs_repainting?:b file_size?:i`,
  Video: `
    file_id:s file_unique_id:s width:i height:i duration:i thumbnail?:PhotoSize cover?:PhotoSize[]
    start_timestamp?:i qualities?:any file_name?:s mime_type?:s file_size?:i`,
  VideoNote: 'file_id:s file_unique_id:s length:i duration:i thumbnail?:PhotoSize file_size?:i',
  Voice: 'file_id:s file_unique_id:s duration:i mime_type?:s file_size?:i',
  Checklist: `
    title:s title_entities?:MessageEntity[] tasks:ChecklistTask[] others_can_add_tasks?:b
    others_can_mark_tasks_as_done?:b`,
  Contact: 'phone_number:s first_name:s last_name?:s user_id?:i vcard?:s',
  Dice: 'emoji:s value:i',
  Game: `
    title:s description:s photo:PhotoSize[] text?:s text_entities?:MessageEntity[]
    animation?:Animation`,
  Venue: `
    location:Location title:s address:s foursquare_id?:s foursquare_type?:s google_place_id?:s
    google_place_type?:s`,
  ChatOwnerLeft: 'new_owner?:User',
  ChatOwnerChanged: 'new_owner:User',
  MessageAutoDeleteTimerChanged: 'message_auto_delete_time:i',
  Invoice: 'title:s description:s start_parameter:s currency:s total_amount:i',
  SuccessfulPayment: `
    currency:s total_amount:i invoice_payload:s subscription_expiration_date?:i is_recurring?:b
    is_first_recurring?:b shipping_option_id?:s order_info?:any telegram_payment_charge_id:s
    provider_payment_charge_id:s`,
  RefundedPayment: `
    currency:s total_amount:i invoice_payload:s telegram_payment_charge_id:s
    provider_payment_charge_id?:s`,
  UsersShared: 'request_id:i users:SharedUser[]',
  ChatShared: 'request_id:i chat_id:i title?:s username?:s photo?:PhotoSize[]',
  WriteAccessAllowed: 'from_request?:b web_app_name?:s from_attachment_menu?:b',
  ProximityAlertTriggered: 'traveler:User watcher:User distance:i',
  ChatBoostAdded: 'boost_count:i',
  ChecklistTasksDone:
    'checklist_message?:Message marked_as_done_task_ids?:i[] marked_as_not_done_task_ids?:i[]',
  ChecklistTasksAdded: 'checklist_message?:Message tasks:ChecklistTask[]',
  DirectMessagePriceChanged: 'are_direct_messages_enabled:b direct_message_star_count?:i',
  ForumTopicCreated: 'name:s icon_color:i icon_custom_emoji_id?:s is_name_implicit?:b',
  ForumTopicEdited: 'name?:s icon_custom_emoji_id?:s',
  ForumTopicClosed: '',
  ForumTopicReopened: '',
  GeneralForumTopicHidden: '',
  GeneralForumTopicUnhidden: '',
  GiveawayCreated: 'prize_star_count?:i',
  Giveaway: `
    chats:Chat[] winners_selection_date:i winner_count:i only_new_members?:b has_public_winners?:b
    prize_description?:s country_codes?:s[] prize_star_count?:i premium_subscription_month_count?:i`,
  GiveawayWinners: `
    chat:Chat giveaway_message_id:i winners_selection_date:i winner_count:i winners:User[]
    additional_chat_count?:i prize_star_count?:i premium_subscription_month_count?:i
    unclaimed_prize_count?:i only_new_members?:b was_refunded?:b prize_description?:s`,
  GiveawayCompleted: 'winner_count:i unclaimed_prize_count?:i giveaway_message?:Message is_star_giveaway?:b',
  ManagedBotCreated: 'bot:User',
  PaidMessagePriceChanged: 'paid_message_star_count:i',
  PollOptionAdded: `
    poll_message?:MaybeInaccessibleMessage option_persistent_id:s option_text:s
    option_text_entities?:MessageEntity[]`,
  PollOptionDeleted: `
    poll_message?:MaybeInaccessibleMessage option_persistent_id:s option_text:s
    option_text_entities?:MessageEntity[]`,
  SuggestedPostApproved: 'suggested_post_message?:Message price?:any send_date:i',
  SuggestedPostApprovalFailed: 'suggested_post_message?:Message price:any',
  SuggestedPostDeclined: 'suggested_post_message?:Message comment?:s',
  SuggestedPostPaid: 'suggested_post_message?:Message currency:s amount?:i star_amount?:any',
  SuggestedPostRefunded: 'suggested_post_message?:Message reason:s',
  VideoChatScheduled: 'start_date:i',
  VideoChatStarted: '',
  VideoChatEnded: 'duration:i',
  VideoChatParticipantsInvited: 'users:User[]',
  WebAppData: 'data:s button_text:s',
  PollOption: `
    persistent_id:s text:s text_entities?:MessageEntity[] media?:any voter_count:i added_by_user?:User
    added_by_chat?:Chat addition_date?:i`,
  MessageOriginUser: 'type:s date:i sender_user:User',
  MessageOriginHiddenUser: 'type:s date:i sender_user_name:s',
  MessageOriginChat: 'type:s date:i sender_chat:Chat author_signature?:s',
  MessageOriginChannel: 'type:s date:i chat:Chat message_id:i author_signature?:s',
  PaidMedia: 'PaidMediaLivePhoto | PaidMediaPhoto | PaidMediaPreview | PaidMediaVideo',
  ChecklistTask: `
    id:i text:s text_entities?:MessageEntity[] completed_by_user?:User completed_by_chat?:Chat
    completion_date?:i`,
  SharedUser: 'user_id:i first_name?:s last_name?:s username?:s photo?:PhotoSize[]',
  PaidMediaLivePhoto: 'type:s live_photo:LivePhoto',
  PaidMediaPhoto: 'type:s photo:PhotoSize[]',
  PaidMediaPreview: 'type:s width?:i height?:i duration?:i',
  PaidMediaVideo: 'type:s video:Video',
};

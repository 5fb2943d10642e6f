/**
 * First names of women in the languages of our letters, in small letters: by them a first name is told from a
 * last one. Collected from the lists of @faker-js/faker (MIT) and from common names; those that men have too
 * are in both files.
 */
export const firstNamesOfWomen: ReadonlySet<string> = new Set(
  `
annegret liselotte elfi heidemarie hanne hilla lieselore annelore gesine gesa imke antonella
aaliyah aaltje abby abdonie abeline abigaelle abigail abigaïl acacie acanthe ada adalbaude adalberta
adalsinde adegrine adela adelaida adélaïde adelajda adele adèle adélie adelina adeline adeltrude adina
adolphie adonise adrastée adrehilde adriana adriána adrienne afra agata agáta agathe agilberte aglae aglaé
agnane agneflète agnes agnès agnieszka agrippine agrypina aida aileen aimee aimée aisha alaine alaïs alana
alba albane albérade alberta alberte albertina albina albína alcidie alcine alcyone alda aldegonde alea
alejandra aleksandra alena alessa alessandra alessia aleth alex alexa alexandra alexandrea alexandrine
alexane alexanne alexia alexine alexis aleyna alfreda alia alica alice alicia alicja alida aliénor aliette
alina aline alisa alisha alison alissa aliya aliyah alizé allegra allison alma aloïse aloyse alphonsine
althée alvina alya alycia alyssa alysson amabela amalia amaliane amalthée amanda amande amandine amante
amara amarande amaranthe amaryllis amaya amber ambre ambroisie amelia améliane amelie amélie ameline
améthyste amina aminte amira amy ana anabel anabela anabelle anaëlle anaïs anastasia anastasie anastazja
anatolie anceline anda andrea andrée andżelika anémone aneta anežka angadrême angela angèle angelica
angelika angelina angélina angeline angelique angélique angie angilberte anica anicée anicette anissa anita
anja anka anke ann anna annabel annabell annabelle annalena anne anneke annelie annelies annemarie annemijn
annette anni annie annika annonciade anny anouk ansberte anstrudie antea anthelmette antigone antje
antoinette antonia antonina antonine anya aphélie apolline april aquiline arabelle arcadie argine ariadna
ariana ariane arianna aricie arielle arlene arlette armance armande armandine armeline armelle armida armide
armine arnaude arsènie artémis artemisa arthurine arwen arya asceline ascension asel ashley asia asiya
assomption assunta astarté astérie astrée astrid astride asya athalie athanasie athena athénaïs athina aube
aubertine aude audeline audrey augusta augustina augustine aura aure aurelia aurelie aurélie aurélienne
aurelle auriane aurora aurore auxane ava aveline avigaëlle avoye axeline axelle aya ayana ayla ayleen aylin
aymardine aymonde ayse ayşe azalée azélie azeline azra babette barbara barbe bärbel barbora basilisse
bathilde beata beáta beate beatrice béatrice beatrycze becky belinda bella bénédicte bente benthe bérangère
berenice berit bernadette bernice berta bertha berthe bertille beryl bessie beth bethany betina betsy
bettina betty beulah beuve beverly bianca bianka bibi bibiana bibianna billie birgit birte blanca blanche
blandine blanka blažena bobbi bobbie bohdana bohumila bohuslava bonnie božena bożena božidara brandi brandy
branislava brenda bridget brigita brigitta brigitte britt britta brittany bronislava brooke bruna brunehaut
brunehilde brygida caitlin calista camelia camila camilla camille candace candice candida capucine cara
carina carine carla carlijn carlotta carmela carmen carol carola carole carolin carolina caroline carolyn
carrie casandra cassandra cassandre cassie cataleya catalina caterina catharina catherine cathy cato catrin
cecelia cecile cécile cecilia cecilie cecylia celeste celestine célestine celia celina celine céline ceyda
ceylin chanel chantal charlaine charleen charlene charline charlotta charlotte chayenne chelsea chelsey
cheryl cheyenne chiara chloe chloé chris christa christelle christiane christie christin christina christine
christy cindy claire clara clarissa clarisse claude claudia claudine clelia clélie clémence clementina
clementine clémentine cleo cleopatra clio cloe clotilde coco colette coline colleen collien conception
connie conny constance cora coralie coraline cordelia corentine corinna corinne cornelia corrie cosima
cristina crystal cynthia cyra cyrielle daantje dagmar dagmara dahlia daisy dalia dalibora dalida dalila
damaris damiana dana danica daniela daniella danielle danique danuta daphne daphné daphnee daria dariana
darina darla darleen darlene davina dawn deanna debbie debora débora deborah debra defne delfina delia della
delores delphine demi denisa denise deniz desiree dewi diana diane dianna dianne diede dieke dieudonnée
dilara dina dixie djenna dobromila dobroslava dolores domenica dominika dominique donata donna dora doreen
doriane dorina dorine doris dorota dorotea dorothea dorothee dorothée dorothy douce draga drahomíra
drahoslava dua dušana ebba ebony eda edita edith édith edmée edna edyta eef eefje eike eileen ela elaine
elanur elda elea eleanor eleanore elena eleni eleonora eleonore éléonore elfriede élia eliana eliane éliane
elif elin elina eline elinor elisa elisabeth élisabeth elise élise eliška elissa eliza elizabeth elize elke
ella elle ellen elli ellie elly elodie élodie eloisa eloise éloïse els elsa else elsie elvira elvíra elwira
elynn elyssa elza elżbieta ema emanuela emelie émeline emely émérance émérencie emie emilia emília emilie
émilie emily emine emma emmanuelle emmelie emmely emmi emmie emmy enie enna enola enya erica erika erin erma
erna ernestine esma esmee esmée esmeralda esperanza esra essie estela estella estelle ester estera esther
etela ethel eudokia eudoksja eudoxie eugenia eugenie eugénie eula eulalia eulalie eunice euphrasie eusebia
eusébie eva évangéline eve ève evelien evelin evelina eveline evelyn évelyne evi evie evy ewa ewelina
fabiana fabienne fabiënne fabiola faith famke fannie fanny fantine farah fardau fatima fatma faustine fay
faya faye fayen fayenne febe fedora felicia felicie félicie felicita felicitas felina feline féline fem
femke femm fenja fenna fenne ferdynanda fieke fien fiene fiep filipa filomena filoména filou fine finia
finja finnja fiona flavia flavie fleur floor floortje flora flóra flore florence florencja florentina
florentine floriana florie florina florine fortunée france frances francesca francette francia francine
francisca franciszka françoise franka františka franziska frauke freda frederike frédérique freya frida
frieda friederike gabriela gabriele gabriella gabrielle gaëlle gaia gail galina garance gayle geneva
genevieve geneviève georgette georgia georgiana geraldine gerberge gerda germaine gerrit gertruda gertrude
giada gigi gilda gina ginewra ginger gioia giovanna gisela gisèle giulia giuliana gizela gladys glenda
gloria gordana grace gracie graciela gracja grażyna greta gréta gretchen griselda gudrun guenièvre
guilhemine guillemette gundula gustavine guusje gwen gwenaëlle gwendolyn hafsa hailey halina hana hanna
hannah hanne hannelore harriet hatice hattie hayley hazel heather hedwig heidi heidrun heike helen helena
helene hélène helga helge helin héloïse hendrika henrieta henrietta henriette henrike henryka hermína
hermine herta hidaya hilda hilde hildegard hira holly honorine hope hortense huguette ida ilayda ileana
iliana ilona ilse imani imelda imke ina inara inaya indy ineke ines inès inez inga inge ingeborg ingrid
ingrida inka iolanda irem irena irene irène irina iris irma irmgard iryna isa isabeau isabel isabela isabell
isabella isabelle ise iseult isidora ismérie isra iva ivana iveta ivona ivonne ivy izabela izabella ize
izolda izzy jacinthe jackie jacky jacoba jacqueline jacquelyn jada jade jadranka jadwiga jaelynn jailey
jakubina jalou jamie jamila jana jane janelle janet janice janie janin janina janine janis janka janna janne
jara jarmila jaroslava jasmijn jasmin jasmina jasmine jasna jayda jaylinn jazz jazzlyn jazzlynn jean
jeanette jeanne jeannette jeannie jehanne jela jella jenna jennie jennifer jenny jente jess jessica jessie
jesslyn jesslynn jessy jet jette jil jill jinte jinthe jo joan joana joann joanna joanne jocelyne jodi jody
joelina joeline joelle joëlle johanna johanne joke jolana jolanda jolanta joleen jolie jolien jolijn jolin
jolina joline jonna josefa josefien josefin josefina josefine josephin josephine joséphine josiane josie
josy joy joya joyce jozefína józefina juana juanita judita judith judy judyta jula jule julia juliana
juliane julianne julie julienne juliette juliëtte julika julina julita juna june juno justina justine
justyna jutta juul kai kaja kamila kara karen kari karin karina karine karla karlijn karlotta karmela
karolina karolína karoline kassandra katarina katarzyna kate katharina katherine kathleen kathrin kathryn
kathy katie katja kato katrin katrina katrine kay kaya kayla kaylee kayleigh kayra keet keira kelley kelli
kellie kendra kensi kenza kerry kerstin khadija kiana kiara kiki kim kimberley kimberly kinga kira kirsten
klara klára klaudia klementyna kleopatra konstancja koralia korinna kornelia krista kristen kristi kristie
kristin kristina kristine kristy krystal krystyna ksawera ksenia kyara kyra laila lamia lana lara larisa
larissa larysa latoya laura laurane laure laureen laureline lauren laurence laurencja laurène laurentyna
lauriane laurie laurine lauryn laverne lavinia layla lea léa leah leana leandra leann leanne leda lee leigh
leila lela lelia lena léna lene leni lenia lenja lenka lenne lenya leona leoni leonie léonie léonne leonor
leonora leontina leopoldina léopoldine lesley leslie leticia letizia levke lexi lexie leyla lia liah liana
lidia lieke lien liene liesbeth liesel lieselotte lieve lila lili lilia lilian liliana liliane lilianna
lilith lilla lilli lillian lillie lilly lilou lily lina linda linde lindsay lindsey line linn linne linnea
lisa lisann lisanne lisbeth lise liselotte liv liva livia lívia liya liyana liz liza lize lizz lizzy loa
loes lois loïs lola lora lore loredana loreen lorena lorene lorenza loretta lori lorna lorraine lot lott
lotta lotte loua louisa louise lourdes lova luana luce lucia luciana lucie lucienne lucile lucille lucja
łucja lucy ludivine ludmila ludovica ludwika luisa luise luiza lujza lula luna lune luus luz luzie lya lydia
lydie lyla lyn lynda lynette lynn lynne maaike maan maartje mabel mable macy madeleine madelief madeline
madita madleen madlen mae maeve mafalda magali magda magdalena magdaléna maggie maguelone mahaut maia maida
maike mailin maira maja malena małgorzata malia malika malin malina mallaury malou malvina malvína malwina
mamie mandy manon manuela mara marah marcela marceline marcella marcia mare mareike maren margaret margareta
margarete margarita margaux margie margita margot margrit marguerite maria mariam marian mariana marianna
marianne marica marie marieke mariella marijke marika marilena marilou marilyn marina marine marion marisa
marisol marissa marit marita marjorie marla marleen marlen marlena marlene marlène marlie marlies marly
marrit marsha marta martha marthe martina martine martyna marwa mary maryam maryann maryna mathilda mathilde
matilda matilde mattie matylda maud maude maureen mauricette maxellende maxi maxima maxime maxine may maya
mayra maysa mechthild medina medine megan mégane meghan meike melania melanie mélanie melba melek melike
melina melinda melis melisa mélisande melissa mélissa mélissandre mélodie melody mercedes meredith merel
merle merve meryem mette meyra mia micaela michaela michalina michele michèle michelle mieke mikki mila
milada milana mildred milena miley milica milla milly miloslava milou mina mindy minerva minnie mira
mirabela miranda miray mireille mirela mirella miriam mirja mirka miroslava mirre mirte mirthe misty moira
moïsette molly mona monica monika monique morgane muriel mya myla mylène myra myriam myrna myrthe myrtle
nada nadège nadezhda nadia nadine nadja nadzieja naemi nancy naomi naomie narcisa natalia natália natalie
natalya nataša natasha nathalie neda neele neeltje nela nele nelli nellie nelly nena nettie neva nevena nia
nichole nicola nicole niene nienke nika nike nikki nikkie nikola nila nina nine ninthe nisa noa noami noë
noëlla noëlle noemi noemie noémie nola nomi nona noor noortje nora norah nore norina norma nour nova novella
novi nowi nynke oceane océane octavia odette odile ofelia oksana oleksandra olena olga olimpia olive olivia
oliwia olympe olympia ombline opal ophélie ora oriande oriane orlane ornella otilia oumayra ozanne palmira
pam pamela paola pascale patricia patrizia patrycja patsy patti patty paula paule paulette paulina pauline
pearl pécine peggy pelagia pélagie penelopa penelope pénélope penny perla perrine petra petronela petronella
pétronille phileine philine philippine philomène philou phoebe phyllis pia pien pilar pip pippa pleun pola
primerose prisca priscilla priscille priska prudence puck puk pulchérie quentine quiéta quintia quinty
rachael rachel rachela rafaela rahel ramona rana rania raphaëlle raquel raymonde rebeca rebecca rebeka
rebekka regina regína regine régine reina reine réjeanne renata renáta renate renee renée renske rhonda ria
riana rieke rike rina rita roberta robin robyn rochelle roksana rolande romana romane romee romina romy
ronja roos rosa rosalia rosalie rosalinda rosamunda rosana rosanna rosario rose roseline rosemarie rosemary
rosie roswitha rotraud roxana roxane roxanne roxy róza róża rozalia rozina ruby rufina ruta ruth saar sabina
sabine sabrina sadie safa safae safiya sahra sally salma salome salomé salomë salomea sam samanta samantha
samia samira sammie sandra sandrine sandy sanja sanna sanne santina saphira sara sára sarah sare sascha
saskia savannah savina scarlett scottie ségolène selena selin selina selma sena serafina serena séverine
shana shanna shany shari sharon shawna shayna sheila shelia shelley shelly sheri sherri sherry sheryl
shirley sibylle sidney sidonia sidonie sieglinde sienna siënna sigrid silja silje silke silvana silvia
simona simone sina sinja siobhan sixtine skye slávka smilla sofia sofie solange soledad soline solveig soňa
sonia sonja sonya soof sophia sophie soraya stacey stacy stanislava stefania stefanie stela stella stephanie
stéphanie sterre stina sude sue summer susan susana susanna susanne susie suus suzanne suze suzon svea
svenja svetlana swantje swassane sybilla sybille sydney sylvia sylviane sylvie sylwia tabea tabitha tacjana
talea talia tamara tami tamia tamina tammy tania tanja tanya tara tarja tasha tatiana tatjana tea teddy
tekla teodora teresa tereza teri terri terry tess tessa thaïs thalea thalia thea thelma theodora théodora
theresa therese thérèse thirza tia tiana tiffany tina tiphaine tirza tomke toni tonya tracey traci tricia
trijntje truus tuana ulrika ulrike una ursula ursule uta ute vala valentina valentine valeria valerie
valérie vanda vanesa vanessa veerle velma venera vera verda vere verena verna verona veronica veronika
véronique vesna vesper vicki vickie vicky victoire victoria vienna vieve viktoria viktória vilma vincenza
vinciane viola violet violeta violette virginia virginie vive vivian viviana viviane vivien vivienne
vladimíra vlasta walentyna waleria waltraud wanda wanesa wende wendy weronika whitney wiara wibke wiebke
wies wiktoria wilhelmina wilhelmine wilma winifred wirginia xavière xenia yara yarah yaren yasemin yasmin
yasmine yenthe yfke yinthe ylvi ylvie yolanda yolande ysaline yseult yulia yuna yvette yvonne zahra zaira
žaneta żaneta zara zdenka zdeslava zehra zelda želmíra zenobia zeyneb zeynep zina zita ziva zlata zlatica
zoe zoé zoë zoéva zoey zofia zoja zora zuzana zuzanna
`
    .trim()
    .split(/\s+/),
);
